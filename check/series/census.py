"""US Census Bureau: goods by country, Census basis, monthly since 1985."""

from check.series.source import Source

SOURCE = Source(
    name="census",
    publisher="US Census Bureau",
    url="https://www.census.gov/foreign-trade/balance/country.xlsx",
    priority=1,
    lists_every_country=True,
)
