"""US Department of Commerce figures that are known only as the press printed them."""

from check.series.source import Source

SOURCE = Source(
    name="us_doc_via_press",
    publisher="US Department of Commerce, as printed in the press",
    url="https://www.commerce.gov",
    priority=6,
)
