"""Census and BEA jointly: the monthly release "U.S. International Trade in Goods and Services" (FT-900) and its annual table."""

from check.series.source import Source

SOURCE = Source(
    name="census_bea_ft900",
    publisher="US Census Bureau and Bureau of Economic Analysis",
    url="https://www.census.gov/foreign-trade/Press-Release/current_press_release/index.html",
    priority=2,
)
