"""First-published BEA partner figures that are known only as the press printed them."""

from check.series.source import Source

SOURCE = Source(
    name="bea_via_press",
    publisher="US Bureau of Economic Analysis, as printed in the press",
    url="https://www.bea.gov",
    priority=6,
)
