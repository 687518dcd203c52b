"""US Office of Textiles and Apparel: imports of textiles and apparel by country, in its own (MFA) categories."""

from check.series.source import Source

SOURCE = Source(
    name="otexa",
    publisher="US Office of Textiles and Apparel",
    url="https://otexa.trade.gov/msrpoint.htm",
    priority=1,
    families={
        "otexa_korus_preference_yarn_fabric": "part:korus_preference",
        "otexa_korus_preference_apparel": "part:korus_preference",
    },
)
