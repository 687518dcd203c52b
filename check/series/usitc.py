"""US International Trade Commission: its sector figures; the textile sector is wider than OTEXA's categories."""

from check.series.source import Source

SOURCE = Source(
    name="usitc",
    publisher="US International Trade Commission",
    url="https://www.usitc.gov/research_and_analysis/tradeshifts",
    priority=3,
    families={
        "usitc_sector_textiles_apparel": "usitc_sector",
        "usitc_sector_textiles_apparel_total_exports": "usitc_sector",
        "usitc_sector_textiles_apparel_domestic_exports": "usitc_domestic",
    },
    definitions={
        "usitc_sector": "USITC sector definition",
        "usitc_domestic": "USITC sector definition, domestic exports",
    },
)
