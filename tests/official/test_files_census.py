"""gands.xlsx, ctyseasonal.xlsx and the exhibits of the FT-900, with figures as they were published, in the layouts of the files they stood in."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from official.files.registry import read_file
from official.files.table import Reading
from tests.official.sheets import SEASONAL_COLUMNS, gands_sheet, month_sheet, partner_sheet, seasonal_row, write_xls, write_xlsx
from tradeclaims.errors import Unreadable

IN_1960 = ("1960", 3508, 4892, -1385, 25939, 19650, 6289, 22433, 14758, 7675)
IN_2016 = ("2016", -479458, -749801, 270343, 2240823, 1457392, 783431, 2720281, 2207194, 513088)
GROUPS = ("Balance", None, None, "Exports", None, None, "Imports", None, None)
NAMES = ("Total", "Goods (1)", "Services") * 3
MONTHS_OF_2021: list[list[Any]] = [
    ["2020"],
    ["Jan. - Dec.", -676684, -922026, 245342, 2134441, 1428798, 705643, 2811125, 2350825, 460301],
    ["2021"],
    ["Jan. - May", -353070, -444504, 91434, 995172, 699196, 295976, 1348242, 1143700, 204542],
    ["April (R)", -69071, -86873, 17802, 204704, 145088, 59615, 273775, 231961, 41814],
    ["May", -71240, -89174, 17934, 206018, 145528, 60490, 277259, 234702, 42556],
    ["June"],
    ["April data as published last month:"],
    [None, -68899, -86680, 17781, 204992, 145288, 59704, 273891, 231968, 41923],
]
Found = dict[tuple[str, ...], Decimal]


def read(path: Path, rows: Any, vintage: str | None = None) -> Reading:
    return read_file(write_xlsx(path / "a.xlsx", {"1": rows}), vintage)[2]


def found(reading: Reading, *fields: str) -> Found:
    return {tuple(getattr(one, field) for field in fields): one.value for one in reading.observations}


def test_gands(tmp_path: Path) -> None:
    for write, name in ((write_xlsx, "a.xlsx"), (write_xls, "a.xls")):
        table, _, reading = read_file(write(tmp_path / name, {"Gands": gands_sheet(IN_1960, IN_2016)}), "2024-08")
        assert table.name == "Census gands.xlsx"
        assert reading.broken == []
        values = found(reading, "product", "flow", "period")
        assert len(values) == 18
        assert values["goods_services", "balance", "2016"] == -479458
        assert values["all_goods", "imports", "2016"] == 2207194
        assert values["services", "exports", "1960"] == 6289
    assert {(one.partner, one.basis, one.adjustment, one.freq) for one in reading.observations} == {("WLD", "bop", "nsa", "A")}


def test_gands_does_not_say_when_it_was_published(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="give --vintage"):
        read(tmp_path, gands_sheet(IN_2016))


def test_gands_with_a_broken_cell_and_a_year_twice(tmp_path: Path) -> None:
    reading = read(tmp_path, gands_sheet(IN_1960, ("2016", "3,5O8", *IN_2016[2:]), IN_1960), "2024-08")
    assert [row.place for row in reading.broken] == ["sheet 1, row 7", "sheet 1, row 8"]
    assert "balance total of 2016: '3,5O8' is not a number" in reading.broken[0].reason
    assert len(reading.observations) == 17


def test_ctyseasonal(tmp_path: Path) -> None:
    rows = [
        list(SEASONAL_COLUMNS),
        seasonal_row(2026, "5800", "South Korea", [5.4e9, 5500000000.4], [8.5e9, 8.1e9]),
        seasonal_row(2025, "5800", "South Korea", [1e6] * 12, [2e6] * 12),
        seasonal_row(2026, "0003", "European Union", [2e10, 0], [4e10]),
    ]
    reading = read(tmp_path, rows)
    assert reading.broken == []
    values = found(reading, "partner", "flow", "period")
    assert values["KOR", "exports", "2026-02"] == 5500
    assert values["KOR", "imports", "2026-01"] == 8500
    assert values["EU", "imports", "2026-01"] == 40000
    assert ("EU", "imports", "2026-02") not in values
    assert {(one.adjustment, one.basis, one.vintage) for one in reading.observations} == {("sa", "census", "2026-04")}


def test_ctyseasonal_broken_rows(tmp_path: Path) -> None:
    good = seasonal_row(2026, "5800", "South Korea", [5.4e9], [8.5e9])
    rows = [list(SEASONAL_COLUMNS), good, good, [*good[:2], None, *good[3:]], ["x", *good[1:]], [*good[:19], "n/a", *good[20:]]]
    reading = read(tmp_path, rows)
    assert [row.reason for row in reading.broken] == [
        "a second row for KOR in 2026", "cty_desc is empty", "year is 'x'; expected a year like 2016",
        "EJAN of South Korea 2026: 'n/a' is not a number",
    ]  # fmt: skip
    assert len(reading.observations) == 2


def test_exhibit_1(tmp_path: Path) -> None:
    reading = read(tmp_path, month_sheet("Exhibit 1. U.S. International Trade in Goods and Services", GROUPS, NAMES, MONTHS_OF_2021))
    assert reading.broken == []
    values = found(reading, "product", "flow", "freq", "period")
    assert values["goods_services", "balance", "M", "2021-05"] == -71240
    assert values["goods_services", "balance", "M", "2021-04"] == -69071, "the revised figure, not that of the month before"
    assert values["all_goods", "exports", "YTD", "2021-05"] == 699196
    assert values["services", "imports", "A", "2020"] == 460301
    assert len(values) == 4 * 9
    assert {(one.adjustment, one.basis, one.unit, one.vintage) for one in reading.observations} == {
        ("sa", "bop", "USD_million_rounded_1m", "2021-07")
    }


def test_exhibit_12_has_both_bases(tmp_path: Path) -> None:
    bases, net = ("Total Balance of Payments Basis", "Total Census Basis"), "Net Adjustments"
    rows = [
        ["2024"],
        ["Jan. -", -94963, -93527, 161408, 1242, 160165, 256370, 2678, 253693],
        ["January", -94963, -93527, 161408, 1242, 160165, 256370, 2678, 253693],
        ["February", -76098, -74766, 168673, 1209, 167464, 244771, 2541, 242229],
    ]
    groups = ("Balance", None, "Exports", None, None, "Imports", None, None)
    names = (*bases, bases[0], net, bases[1], bases[0], net, bases[1])
    reading = read(tmp_path, month_sheet("Exhibit 12. U.S. Trade in Goods", groups, names, rows))
    values = found(reading, "basis", "flow", "period")
    assert values["census", "imports", "2024-01"] == 253693
    assert values["bop", "exports", "2024-02"] == 168673
    assert len(reading.observations) == 2 * 2 * 3, "net adjustments are no series, nor is January to January another figure"
    assert {(one.adjustment, one.vintage) for one in reading.observations} == {("nsa", "2024-04")}


TWO_MONTHS = ("August 2021", "July 2021", None, "Year-to-Date 2021")


def exhibit_14(title: str) -> Any:
    heads = [["Item (1)", "Balance", None, None, None, "Exports", None, None, None, "Imports", None, None, None], [None, *TWO_MONTHS * 3]]
    rows = [
        ["Total Balance of Payments Basis", -98983, "(R)", -94628, -696493, 148668, "(R)", 144745, 1136325, 247651, "(R)", 239373, 1832818],
        ["Net Adjustments", -1264, "(R)", -833, -8709, 568, "(R)", 643, 3875, 1832, "(R)", 1476, 12584],
        ["Canada", -5332, "(R)", -4283, -29000, 25737, "(R)", 25695, 200283, 31069, None, 29979, 229284],
        ["Other", -2078, None, -1942, -15097, 1093, None, 1319, 9159, 3172, None, 3262, 24255],
        ["Korea, South", -3154, None, -2086, -17183, 5347, None, 5897, 44424, 8501, None, 7984, 61606],
        ["Other", -117, None, -112, -659, 356, None, 377, 2686, 473, None, 489, 3346],
        ["Unidentified Countries (2)", "(-)", None, "(-)", "(-)", "(-)", None, "(-)", "(-)", "(-)", None, "(-)", "(-)"],
    ]
    return partner_sheet(title, heads, rows)


def test_exhibit_14(tmp_path: Path) -> None:
    reading = read(tmp_path, exhibit_14("Exhibit 14. U.S. Trade in Goods by Selected Countries and Areas: 2021"))
    assert reading.broken == []
    values = found(reading, "partner", "basis", "flow", "freq", "period")
    assert values["CAN", "census", "balance", "M", "2021-07"] == -4283, "the mark (R) has the cell before the figure"
    assert values["KOR", "census", "imports", "YTD", "2021-08"] == 61606
    assert values["WLD", "bop", "exports", "M", "2021-08"] == 148668
    assert len(values) == 3 * 9
    assert {(one.adjustment, one.vintage) for one in reading.observations} == {("nsa", "2021-10")}


def test_exhibit_14a_came_out_a_year_after_its_months(tmp_path: Path) -> None:
    reading = read(tmp_path, exhibit_14("Exhibit 14a. U.S. Trade in Goods by Selected Countries and Areas: 2020"))
    assert {one.vintage for one in reading.observations} == {"2022-10"}


def test_exhibit_19(tmp_path: Path) -> None:
    heads = [["Country and Area", "August 2021", "July 2021", None, "Second Quarter 2021", None, "Year-to-Date 2021", "Year-to-Date 2020"]]
    rows = [
        ["Balance"],
        ["Korea, South", -3121, None, -2148, None, -6270, -16729, -13793],
        ["Exports"],
        ["Canada", 25226, "(R)", 26833, None, 73839, 199148, 162357],
        ["Hong Kong", "(-)", None, 2687, None, 8498, 21130, 15909],
        ["European Union", "n.a.", None, 22705, None, 66780, 173950, 151832],
    ]
    reading = read(tmp_path, partner_sheet("Exhibit 19. U.S. Trade in Goods by Selected Countries and Areas - Census Basis", heads, rows))
    values = found(reading, "partner", "flow", "freq", "period")
    assert values["KOR", "balance", "Q", "2021-Q2"] == -6270
    assert values["CAN", "exports", "M", "2021-07"] == 26833
    assert values["CAN", "exports", "YTD", "2020-08"] == 162357
    assert values["HKG", "exports", "M", "2021-08"] == 0
    assert ("EU", "exports", "M", "2021-08") not in values
    assert {(one.adjustment, one.basis, one.vintage) for one in reading.observations} == {("sa", "census", "2021-10")}


@pytest.mark.parametrize(("letter", "product"), [("", "goods_services"), ("a", "all_goods"), ("b", "services")])
def test_exhibit_20(tmp_path: Path, letter: str, product: str) -> None:
    heads = [["Country and Area", "First Quarter 2021", "Second Quarter 2021", "Annual 2020"]]
    rows = [["Imports"], ["Korea, South", 24021, 27046, 86449], ["Korea, South", 1, 2, 3], ["CAFTA-DR", "n.a.", "n.a.", "n.a."]]
    reading = read(tmp_path, partner_sheet(f"Exhibit 20{letter}. U.S. Trade by Selected Countries and Areas - BOP Basis", heads, rows))
    assert [row.reason for row in reading.broken] == ["a second row for Korea, South in imports"]
    assert found(reading, "product", "adjustment", "period") == {
        (product, "sa", "2021-Q1"): 24021, (product, "sa", "2021-Q2"): 27046, (product, "nsa", "2020"): 86449,
    }  # fmt: skip
    # Quarters by country come out in the third month after their end.
    assert {one.vintage for one in reading.observations} == {"2021-09"}
