"""Office of the US Trade Representative: partner pages with rounded figures of the year before."""

from check.series.source import Source

SOURCE = Source(
    name="ustr",
    publisher="Office of the US Trade Representative",
    url="https://ustr.gov/countries-regions",
    priority=4,
)
