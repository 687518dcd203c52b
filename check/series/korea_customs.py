"""Korea Customs Service and trade ministry: Korea's own count of its trade with the United States."""

from check.series.source import Source

SOURCE = Source(
    name="korea_customs_motie",
    publisher="Korea Customs Service",
    url="https://www.customs.go.kr/english/main.do",
    priority=2,
)
