"""The little language in which every verdict says what it looked up.

    look-up   SOURCE:REPORTER/PARTNER/FLOW/PRODUCT/BASIS/ADJUSTMENT/FREQ/PERIOD@VINTAGE
              census:USA/KOR/balance/all_goods/census/nsa/A/2016@2018-10
    query     look-up | average(look-up, NUMBER) | compare(look-up, look-up) | share(look-up, look-up) | compare_shares(look-up, look-up, look-up, look-up)
              | rank(look-up) | record(look-up) | record_any(look-up) | signs(look-up)

SOURCE is a source, `source.series` for a table with a definition of its own, or `*` for any. PARTNER may join several by `+`.
FREQ and PERIOD: A 2016 · M 2016-05 · Q 2016-Q2 · H 2016-H1 · YTD 2017-05 · YE 2017-05 · SUM 2009-01..2016-12.
`average` divides a sum by its years or months. `compare_shares` takes part and whole now, then part and whole before. Places are counted from the largest
deficit for a figure below zero, else from the largest; `_deficit` or `_surplus` behind rank, record and record_any asks for one of the two.
VINTAGE: a vintage (`2018-10`), `newest`, `first`, or `on-2017-07-12` for the newest that was public on that day.
"""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from check.cube import Cube
from check.explain import why_missing
from check.figure import Dims, Figure
from check.months import Months, parse, year
from check.ranking import Standing, rank_among_countries, record_over_time
from check.series import source_named

SERIES = "census:USA/KOR/balance/all_goods/census/nsa"
"""An example, for errors."""

_CALL = re.compile(r"(\w+)\(([^()]*)\)$")


class Row(NamedTuple):
    """One number of an answer."""

    role: str
    """`value`, `from_value`, `whole`, `from_whole`, `average`, `change`, `points`, `from_share`, `percent`, `ratio`, `share`, `rank`, `of`, `deficits`, `periods`."""

    value: Decimal
    """Million dollars for values and changes."""

    unit: str
    """`USD_million`, `percent`, `points`, `times`, `rank` or `count`."""

    figure: Figure | None = None
    """The official figure, where the number is one."""


def run_query(cube: Cube, text: str) -> tuple[Row, ...]:
    """The answer to a query. Raises ValueError for a query that is malformed, LookupError where there is no such figure."""
    text = text.strip()
    call = _CALL.match(text)
    if call is None:
        return (_value("value", _look_up(cube, text)),)
    name, arguments = call[1], [part.strip() for part in call[2].split(",")]
    answer, wanted = _CALLS.get(name, (None, 0))
    if answer is None or len(arguments) != wanted:
        known = ", ".join(
            f"{call}({'look-up, NUMBER' if call == 'average' else ', '.join(['look-up'] * count)})" for call, (_, count) in _CALLS.items()
        )
        raise ValueError(f"unknown query {name!r} with {len(arguments)} arguments; known: {known}")
    return answer(cube, arguments)


def _value(role: str, figure: Figure) -> Row:
    return Row(role, figure.value, "USD_million", figure)


def _look_up(cube: Cube, text: str) -> Figure:
    dims, months, source, vintage = _parsed(text)
    found = [figure for figure in cube.history(dims, months) if source in ("*", figure.source)]
    if vintage.startswith("on-"):
        day = _day(vintage)
        found = [figure for figure in found if figure.day <= day]
    elif vintage not in ("newest", "first"):
        found = [figure for figure in found if figure.vintage == vintage]
    if not found:
        raise LookupError(f"no figure for {text}: {why_missing(cube, source, dims, months, vintage)}")
    return found[0] if vintage == "first" else found[-1]


def _day(vintage: str) -> date:
    try:
        return date.fromisoformat(vintage.removeprefix("on-"))
    except ValueError:
        raise ValueError(f"not a vintage: {vintage!r}; expected on- and a day, like on-2017-07-12") from None


def parse_series(text: str) -> tuple[str, Dims]:
    """The source (`*` for any) and the dimensions of SOURCE:REPORTER/PARTNER/FLOW/PRODUCT/BASIS/ADJUSTMENT. Raises ValueError for other shapes."""
    wanted, colon, path = text.strip().partition(":")
    parts = path.split("/")
    if not colon or len(parts) != 6 or not all(parts) or "@" in path:
        raise ValueError(
            f"not a series SOURCE:REPORTER/PARTNER/FLOW/PRODUCT/BASIS/ADJUSTMENT: {text!r}{_ailing(colon, len(parts), 6)}; expected one like {SERIES}"
        )
    return _dims(wanted, parts)


def _dims(wanted: str, parts: list[str]) -> tuple[str, Dims]:
    source, dot, series = wanted.partition(".")
    reporter, partners, flow, product, basis, adjustment = parts
    family = source_named(source).families.get(series, "") if dot else ""
    return source, Dims(reporter, tuple(partners.split("+")), flow, product, basis, adjustment, family)


def _parsed(text: str) -> tuple[Dims, Months, str, str]:
    wanted, colon, rest = text.partition(":")
    path, at, vintage = rest.partition("@")
    parts = path.split("/")
    if not colon or not at or not vintage or len(parts) != 8:
        raise ValueError(
            f"not a look-up SOURCE:REPORTER/PARTNER/FLOW/PRODUCT/BASIS/ADJUSTMENT/FREQ/PERIOD@VINTAGE: {text!r}"
            f"{_ailing(colon, len(parts), 8) or ('' if at and vintage else ' has no @VINTAGE')}; expected one like {SERIES}/A/2016@newest"
        )
    source, dims = _dims(wanted, parts[:6])
    return dims, parse(parts[6], parts[7]), source, vintage


def _ailing(colon: str, given: int, wanted: int) -> str:
    """What is wrong with the shape, for an error."""
    if not colon:
        return " has no colon after the source"
    return f" has {given} parts between slashes, not {wanted}" if given != wanted else ""


def compared(new: Figure, old: Figure) -> tuple[Row, ...]:
    """Both values, the change, the change of the magnitude in percent and the ratio; the last two only from a base that is not zero."""
    rows = [_value("value", new), _value("from_value", old), Row("change", new.value - old.value, "USD_million")]
    if old.value:
        ratio = new.value / old.value
        rows += [Row("percent", (ratio - 1) * 100, "percent"), Row("ratio", ratio, "times")]
    return tuple(rows)


def _compare(cube: Cube, looked: list[str]) -> tuple[Row, ...]:
    return compared(_look_up(cube, looked[0]), _look_up(cube, looked[1]))


def _average(cube: Cube, arguments: list[str]) -> tuple[Row, ...]:
    figure = _look_up(cube, arguments[0])
    if not arguments[1].isdigit() or not int(arguments[1]):
        raise ValueError(f"average needs a number of years or months, not {arguments[1]!r}")
    return _value("value", figure), Row("average", figure.value / int(arguments[1]), "USD_million")


def _share(cube: Cube, looked: list[str], before: str = "") -> tuple[Row, ...]:
    part, whole = _look_up(cube, looked[0]), _look_up(cube, looked[1])
    if not whole.value:
        raise LookupError(f"no share of {looked[1]}, which is 0")
    share = Row(f"{before}share", part.value / whole.value * 100, "percent")
    return _value(f"{before}value", part), _value(f"{before}whole", whole), share


def _compare_shares(cube: Cube, looked: list[str]) -> tuple[Row, ...]:
    now, before = _share(cube, looked[:2]), _share(cube, looked[2:], "from_")
    return (*now, *before, Row("points", now[-1].value - before[-1].value, "points"))


def _standing(figure: Figure, standing: Standing | None) -> tuple[Row, ...]:
    if standing is None:
        raise LookupError(f"no ranking for {figure.query()}: its table does not hold all that may stand before it")
    return _value("value", figure), Row("rank", Decimal(standing.place), "rank"), Row("of", Decimal(standing.of), "count")


_Answer = Callable[[Cube, list[str]], tuple[Row, ...]]


def _placed(kind: str, smallest_first: bool | None) -> _Answer:
    """The answer to a ranking or a record, from the smallest or the largest; None goes by the figure's sign."""

    def answer(cube: Cube, looked: list[str]) -> tuple[Row, ...]:
        figure = _look_up(cube, looked[0])
        smallest = figure.value < 0 if smallest_first is None else smallest_first
        if kind == "rank":
            return _standing(figure, rank_among_countries(cube, figure, smallest_first=smallest))
        return _standing(figure, record_over_time(cube, figure, smallest_first=smallest, all_countries=kind == "record_any"))

    return answer


def _signs(cube: Cube, looked: list[str]) -> tuple[Row, ...]:
    """How many years of a SUM of whole years are deficits."""
    dims, months, source, vintage = _parsed(looked[0])
    if not months.is_years:
        raise ValueError(f"signs needs whole years: {looked[0]!r}")
    path = f"{dims.reporter}/{'+'.join(dims.partners)}/{dims.flow}/{dims.product}/{dims.basis}/{dims.adjustment}"
    years = range(months.first // 12, months.year + 1)
    found = [_look_up(cube, f"{source}:{path}/A/{year(number).year}@{vintage}") for number in years]
    deficits = sum(1 for figure in found if figure.value < 0)
    return Row("deficits", Decimal(deficits), "count"), Row("periods", Decimal(len(found)), "count")


_CALLS: dict[str, tuple[_Answer, int]] = {
    "average": (_average, 2),
    "compare": (_compare, 2),
    "share": (_share, 2),
    "compare_shares": (_compare_shares, 4),
    "signs": (_signs, 1),
} | {
    f"{kind}{side}": (_placed(kind, smallest_first), 1)
    for kind in ("rank", "record", "record_any")
    for side, smallest_first in {"": None, "_deficit": True, "_surplus": False}.items()
}
