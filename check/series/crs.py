"""Congressional Research Service: rounded totals by partner."""

from check.series.source import Source

SOURCE = Source(
    name="crs",
    publisher="Congressional Research Service",
    url="https://www.everycrsreport.com",
    priority=5,
)
