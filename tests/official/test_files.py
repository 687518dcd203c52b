"""The agencies' own files: recognised by their content, read whole, broken rows told apart."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from official.files.registry import read_file
from official.files.table import Reading
from tests.official.sheets import bea_sheet, census_row, census_sheet, otexa_sheet, write_xls, write_xlsx
from tradeclaims.errors import Unreadable
from tradeclaims.records import Observation

WORLD = census_row(2026, "0015", "World, Not Seasonally Adjusted", [300.5] * 7, [200.25] * 7)
KOREA = census_row(2026, "5800", "Korea, South", [11.1, 12.25, 10.0, 9.5, 9.75, 8.0, 10.123456], [5.5] * 7)
LAST_YEAR = census_row(2025, "5800", "Korea, South", [10.0] * 12, [6.0] * 12)
Write = Callable[[Path, dict[str, object]], Path]


def values(reading: Reading, **wanted: str) -> dict[tuple[str, str, str], Decimal]:
    """(flow, freq, period) → value of the figures with the dimensions wanted."""
    return {
        (one.flow, one.freq, one.period): one.value
        for one in reading.observations
        if all(getattr(one, name) == value for name, value in wanted.items())
    }


def census(path: Path, *rows: list[object], write: Write = write_xlsx) -> Path:
    return write(path, {"country": census_sheet(*rows)})


@pytest.mark.parametrize(("write", "name"), [(write_xlsx, "a.xlsx"), (write_xls, "a.xls"), (write_xlsx, "no_suffix_at_all")])
def test_census_country(tmp_path: Path, write: Write, name: str) -> None:
    table, _, reading = read_file(census(tmp_path / name, LAST_YEAR, WORLD, KOREA, write=write))
    assert table.name == "Census country.xlsx"
    assert reading.broken == []
    korea = values(reading, partner="KOR")
    assert korea["imports", "M", "2026-02"] == Decimal("12.25")
    assert korea["imports", "M", "2026-07"] == Decimal("10.123456")
    assert korea["imports", "YTD", "2026-07"] == Decimal("70.723456")
    assert korea["exports", "A", "2025"] == 72
    # Months not yet published hold 0 and are no figures; nor is the year that they belong to.
    assert ("imports", "M", "2026-08") not in korea
    assert ("imports", "A", "2026") not in korea
    assert len(korea) == 2 * (12 + 1 + 7 + 1)
    # Data through July come out in the release of September.
    assert {one.vintage for one in reading.observations} == {"2026-09"}
    (facts,) = reading.provenance.values()
    assert facts["url"] == "https://www.census.gov/foreign-trade/balance/country.xlsx"


def test_census_groupings_and_the_world(tmp_path: Path) -> None:
    rows = [
        census_row(2026, "0004", "World, Seasonally Adjusted", [301.0] * 6, [201.0] * 6),
        census_row(2026, "0003", "European Union", [50.0] * 7, [40.0] * 7),
        census_row(2026, "0017", "CAFTA-DR", [3.0] * 7, [4.0] * 7),
        census_row(2026, "4803", "Kosovo", [0.0] * 7, [0.0] * 7),
    ]
    _, _, reading = read_file(census(tmp_path / "a.xlsx", WORLD, *rows))
    assert values(reading, partner="WLD", adjustment="sa")["imports", "M", "2026-06"] == 301
    assert ("imports", "M", "2026-07") not in values(reading, partner="WLD", adjustment="sa")  # adjusted figures come later
    assert values(reading, partner="WLD", adjustment="nsa")["imports", "M", "2026-06"] == Decimal("300.5")
    assert values(reading, partner="EU")["exports", "M", "2026-01"] == 40
    assert values(reading, partner="CAFTA-DR")["exports", "YTD", "2026-07"] == 28
    assert values(reading, partner="XKX")["imports", "M", "2026-07"] == 0  # no trade in a published month is a figure


def test_census_codes_that_lost_their_zeros_and_rows_that_part_partners(tmp_path: Path) -> None:
    parting = ["", "1010", "Greenland", *[0.0] * 26]
    world = ["2026", 15, *WORLD[2:]]
    _, _, reading = read_file(census(tmp_path / "a.xlsx", world, parting, KOREA))
    assert reading.broken == []
    assert values(reading, partner="WLD")["imports", "M", "2026-07"] == Decimal("300.5")


def test_a_broken_row_is_told_apart_and_the_rest_kept(tmp_path: Path) -> None:
    typo = [*KOREA]
    typo[5] = "1O.0"
    no_year = ["twenty", "5700", "China", *[1.0] * 26]
    no_code = ["2026", "5X00", "Nowhere", *[1.0] * 26]
    again = [*WORLD]
    _, _, reading = read_file(census(tmp_path / "a.xlsx", WORLD, typo, no_year, no_code, again, LAST_YEAR))
    assert [(row.place, row.reason) for row in reading.broken] == [
        ("sheet country, row 3", "IMAR of Korea, South 2026: '1O.0' is not a number"),
        ("sheet country, row 4", "year is 'twenty'; expected a year like 2016"),
        ("sheet country, row 5", "CTY_CODE is '5X00'; expected four digits"),
        ("sheet country, row 6", "a second row for 0015 (World, Not Seasonally Adjusted) in 2026"),
    ]
    assert {one.partner for one in reading.observations} == {"WLD", "KOR"}
    assert {one.period[:4] for one in reading.observations if one.partner == "KOR"} == {"2025"}


def test_a_given_vintage_counts(tmp_path: Path) -> None:
    _, _, reading = read_file(census(tmp_path / "a.xlsx", WORLD), "2026-09-03")
    assert {one.vintage for one in reading.observations} == {"2026-09-03"}
    with pytest.raises(Unreadable, match="expected when it was published, as 2018-10-05"):
        read_file(tmp_path / "a.xlsx", "September")


BEA = {
    "Readme": [["Last updated September 3, 2026"], [], ["Table of Contents"]],
    "Table 1": bea_sheet(1, "Exports of Goods and Services", ("Korea,\nSouth", "Ireland", "All other countries", "CAFTA-DR", "European\nUnion"),
                         [[2024, 98765, "n.a.", 7, 8, 9], [2025, "99,001 (R)", 4, 7, 8, 9]],
                         [["2025 4 ", 25000.0, "(*)", 2, 3, 4], ["2026 1 (R)", 26000.0, 1, 2, 3, 4]]),
    "Table 9": bea_sheet(9, "Balance on Services", ("Korea, South",), [[2025, -12]]),
}  # fmt: skip


@pytest.mark.parametrize(("write", "name"), [(write_xlsx, "a.xlsx"), (write_xls, "a.xls")])
def test_bea_trad_geo(tmp_path: Path, write: Write, name: str) -> None:
    table, _, reading = read_file(write(tmp_path / name, BEA))  # type: ignore[arg-type]
    assert table.name == "BEA trad_geo time series"
    assert reading.broken == []
    korea = values(reading, partner="KOR", product="goods_services")
    assert korea == {
        ("exports", "A", "2024"): 98765, ("exports", "A", "2025"): 99001,
        ("exports", "Q", "2025-Q4"): 25000, ("exports", "Q", "2026-Q1"): 26000,
    }  # fmt: skip
    assert values(reading, product="services") == {("balance", "A", "2025"): -12}
    assert values(reading, partner="IRL") == {("exports", "A", "2025"): 4, ("exports", "Q", "2026-Q1"): 1}
    assert {one.partner for one in reading.observations} == {"KOR", "IRL", "All other countries", "CAFTA-DR", "EU"}
    assert {(one.freq, one.adjustment) for one in reading.observations} == {("A", "nsa"), ("Q", "sa")}
    assert {(one.basis, one.vintage) for one in reading.observations} == {("bop", "2026-09")}


def test_bea_broken_cells_and_rows(tmp_path: Path) -> None:
    rows = [[2024, 1, "(D)"], ["2025?", 2, 3], [2026, "see note", 5], [2026, 6, 7]]
    path = write_xlsx(tmp_path / "a.xlsx", {"Table 4": bea_sheet(4, "Exports of Goods", ("Japan", "China"), rows)})
    _, _, reading = read_file(path)
    assert [(row.place, row.reason) for row in reading.broken] == [
        ("sheet Table 4, row 9", "period is '2025?'; expected a year or a quarter like 2024 1"),
        ("sheet Table 4, row 10, JPN", "'see note' is not a number"),
        ("sheet Table 4, row 11", "a second row for 2026"),
    ]
    assert [(one.partner, one.period, one.value) for one in reading.observations] == [("JPN", "2024", 1), ("CHN", "2026", 5)]


KOREA_TITLE = ("U.S. Imports of Textiles and Apparel", "Country: Korea, South", "Value in Million Dollars")
TOTAL = [930.1, 904.0, 370.5, 352.25, -4.93, 921.0, 899.5, 893.0, 887.0, -3.69, 0.84]
APPAREL = [250.0, 222.75, 90.0, 80.5, -10.5, 240.0, 220.0, 215.0, 213.25, -11.1, 0.3]


def check_korea(found: list[Observation]) -> None:
    total = {(one.freq, one.period): one.value for one in found if one.product == "textiles_apparel"}
    assert total == {
        ("A", "2015"): Decimal("930.1"), ("A", "2016"): 904, ("YTD", "2016-05"): Decimal("370.5"), ("YTD", "2017-05"): Decimal("352.25"),
        ("YE", "2016-05"): 921, ("YE", "2017-03"): Decimal("899.5"), ("YE", "2017-04"): 893, ("YE", "2017-05"): 887,
    }  # fmt: skip
    assert {one.product for one in found} == {"textiles_apparel", "apparel"}
    assert {(one.partner, one.source, one.flow, one.vintage, one.unit) for one in found} == {
        ("KOR", "otexa", "imports", "2017-07", "USD_million")
    }


@pytest.mark.parametrize(("write", "name"), [(write_xlsx, "a.xlsx"), (write_xls, "a.xls")])
@pytest.mark.parametrize("apart", [True, False])
def test_otexa_by_category_tells_year_to_date_from_year_ending_under_one_label(
    tmp_path: Path, write: Write, name: str, apart: bool
) -> None:
    def row(code: str, product: str, cells: list[float]) -> list[object]:
        return [code, product, *cells] if apart else [f"{code} {product}", *cells]

    rows = [row("0", "Total Textile and Apparel", TOTAL), row("1", "Apparel", APPAREL), row("222", "Knit Fabric", APPAREL)]
    key = ("Cat", "Product") if apart else ("Ctrl, Cat, Product",)
    table, _, reading = read_file(write(tmp_path / name, {"v5800": otexa_sheet(KOREA_TITLE, key, rows)}))
    assert table.name == "OTEXA country or category table"
    assert reading.broken == []
    check_korea(reading.observations)


def test_otexa_page_of_text(tmp_path: Path) -> None:
    labels = "  2015      2016    5/2016   5/2017  % Change   5/2016    3/2017   4/2017    5/2017  % Change % Share"

    def line(name: str, cells: list[float]) -> str:
        return f" {name:<28}" + " ".join(f"{cell:>9.3f}" for cell in cells)

    page = "\n".join([
        "<html><body><h3>U.S. IMPORTS FROM: KOREA, SOUTH (5800)</h3><pre>", "Korea, South 5800      Million Dollars",
        "                            Calendar Years       Year-to-Date               Year-Endings                          YE 5/2017",
        f" {'Ctrl, Cat, Product':<28}{labels}", "                                                (P)                                  (P)",
        line("0 Total Textile and Apparel", TOTAL), line("1 Apparel", APPAREL), line("222 Knit Fabric", APPAREL),
        line("2 Non-Apparel", APPAREL[:-2]), "</pre></body></html>",
    ])  # fmt: skip
    path = tmp_path / "v5800.htm"
    path.write_text(page, encoding="cp1252")
    _, _, reading = read_file(path)
    assert [row.reason for row in reading.broken] == ["2 Non-Apparel has 9 numbers; expected 11"]
    check_korea(reading.observations)
    assert "preliminary" in next(iter(reading.provenance.values()))["note"]


def test_otexa_by_country(tmp_path: Path) -> None:
    title = ("Major Shippers", "Category 0: Total Textiles and Apparel", "Thousands of dollars")
    thousands = [cell * 1000 for cell in TOTAL]
    short = ["Vietnam", 1.0]
    wrong = ["China", *thousands[:3], "n/k", *thousands[4:]]
    path = write_xlsx(
        tmp_path / "a.xlsx", {"cat0": otexa_sheet(title, ("Country",), [["World", *thousands], ["Korea, South", *thousands], short, wrong])}
    )
    _, _, reading = read_file(path)
    korea = [one for one in reading.observations if one.partner == "KOR"]
    assert {(one.freq, one.period): one.value for one in korea}["YE", "2017-05"] == 887
    assert {one.product for one in reading.observations} == {"textiles_apparel"}
    assert {one.partner for one in reading.observations} == {"WLD", "KOR", "CHN", "VNM"}
    assert [(one.freq, one.value) for one in reading.observations if one.partner == "VNM"] == [("A", Decimal("0.001"))]
    assert [(row.place, row.reason) for row in reading.broken] == [("sheet cat0, row 10, YTD 2017-05", "'n/k' is not a number")]


@pytest.mark.parametrize(
    ("title", "said"),
    [
        (("Country: Korea, South", "Quantity in Million Square Metres Equivalent (SME)"), "the table gives square metres"),
        (("Country: Korea, South",), "the table gives no unit"),
        (("Nowhere at all", "Million dollars"), "neither a country nor a category"),
        (("Category 339: Knit Shirts", "Million dollars"), "the table of category 339"),
    ],
)
def test_otexa_tables_of_no_use(tmp_path: Path, title: tuple[str, ...], said: str) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"t": otexa_sheet(title, ("Ctrl",), [["0 Total", *TOTAL]])})
    with pytest.raises(Unreadable, match=said):
        read_file(path)


HEADER = ("source,series,reporter,partner_name,partner_iso3,census_code,flow,product,basis,adjustment,freq,period,value_musd,unit,vintage,"
          "provenance")  # fmt: skip
GOOD = 'census,t,USA,"Korea, South",KOR,5800,imports,all_goods,census,nsa,M,2026-08,"10,250.5",USD_million,2026-10,https://example.gov/t'


def test_the_long_table(tmp_path: Path) -> None:
    bad = [
        GOOD.replace(",imports,", ",import,"), GOOD.replace("2026-08", "2026-8"), GOOD.replace('"10,250.5"', "n.a."),
        GOOD.replace('"10,250.5"', "11"), GOOD.replace(",USD_million,", ",EUR_million,"), GOOD.replace("2026-10,", "autumn,"),
        GOOD.replace("https://example.gov/t", ""), GOOD.replace('"Korea, South",KOR', ","),
    ]  # fmt: skip
    path = tmp_path / "any.csv"
    path.write_text("\ufeff" + "\n".join([HEADER, GOOD, *bad, GOOD]), encoding="utf-8")
    table, _, reading = read_file(path)
    assert table.name == "long table of this project"
    assert {(one.partner, one.period, one.value) for one in reading.observations} == {("KOR", "2026-08", Decimal("10250.5"))}
    reasons = [row.reason for row in reading.broken]
    assert [row.place for row in reading.broken] == [f"row {place}" for place in range(3, 11)]
    for reason, said in zip(reasons, ("flow is 'import'", "period is '2026-8'", "'n.a.' is not a number", "two values for imports KOR 2026-08",
                                      "unit is 'EUR_million'", "vintage 'autumn'", "provenance is empty", "neither partner_iso3"), strict=True):  # fmt: skip
        assert said in reason


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "is empty"),
        (b"\x00\x01\x02" * 50, "neither a spreadsheet nor text"),
        (b"PK\x03\x04 but cut short", "not a spreadsheet that can be opened"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "not a spreadsheet that can be opened"),
        (b"a,b\n1,2\n", "no table known here; expected BEA trad_geo"),
        (b"Dear Minister Joo,", "no table known here; expected BEA trad_geo"),
        ((HEADER + "\n" + GOOD.replace(",imports,", ",import,")).encode(), "not one figure can be used; row 2: flow is 'import'"),
    ],
)
def test_any_other_file_is_one_line_that_says_what_was_expected(tmp_path: Path, body: bytes, said: str) -> None:
    path = tmp_path / "country.xlsx"
    path.write_bytes(body)
    with pytest.raises(Unreadable) as error:
        read_file(path)
    assert said in str(error.value)
    assert "country.xlsx" in str(error.value)
    assert "\n" not in str(error.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="cannot be read"):
        read_file(tmp_path / "none.xlsx")


def test_a_workbook_of_something_else(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"x": [["year", "CTY_CODE", "CTYNAME"], ["2026", "5800", "Korea, South"]]})
    with pytest.raises(Unreadable, match=r"Census country.xlsx \(a row of columns year, CTY_CODE"):
        read_file(path)
