"""The little language in which every verdict says what it looked up.

    look-up   SOURCE:REPORTER/PARTNER/FLOW/PRODUCT/BASIS/ADJUSTMENT/FREQ/PERIOD@VINTAGE
              census:USA/KOR/balance/all_goods/census/nsa/A/2016@2018-10
    query     look-up | compare(look-up, look-up) | share(look-up, look-up) | rank(look-up) | record(look-up) | record_any(look-up) | signs(look-up)

SOURCE is a source, `source.series` for a table with a definition of its own, or `*` for any. PARTNER may join several by `+`.
FREQ and PERIOD: A 2016 · M 2016-05 · Q 2016-Q2 · H 2016-H1 · YTD 2017-05 · YE 2017-05 · SUM 2009-01..2016-12.
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
    """`value`, `from_value`, `change`, `percent`, `ratio`, `share`, `rank`, `of`, `deficits`, `periods`."""

    value: Decimal
    """Million dollars for values and changes."""

    unit: str
    """`USD_million`, `percent`, `times`, `rank` or `count`."""

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
        known = ", ".join(f"{call}({', '.join(['look-up'] * count)})" for call, (_, count) in _CALLS.items())
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


def _share(cube: Cube, looked: list[str]) -> tuple[Row, ...]:
    part, whole = _look_up(cube, looked[0]), _look_up(cube, looked[1])
    if not whole.value:
        raise LookupError(f"no share of {looked[1]}, which is 0")
    return _value("value", part), _value("whole", whole), Row("share", part.value / whole.value * 100, "percent")


def _standing(figure: Figure, standing: Standing | None) -> tuple[Row, ...]:
    if standing is None:
        raise LookupError(f"no ranking for {figure.query()}: its table does not hold all that may stand before it")
    return _value("value", figure), Row("rank", Decimal(standing.place), "rank"), Row("of", Decimal(standing.of), "count")


def _rank(cube: Cube, looked: list[str]) -> tuple[Row, ...]:
    figure = _look_up(cube, looked[0])
    return _standing(figure, rank_among_countries(cube, figure, smallest_first=figure.value < 0))


def _record(cube: Cube, looked: list[str]) -> tuple[Row, ...]:
    figure = _look_up(cube, looked[0])
    return _standing(figure, record_over_time(cube, figure, smallest_first=figure.value < 0))


def _record_any(cube: Cube, looked: list[str]) -> tuple[Row, ...]:
    figure = _look_up(cube, looked[0])
    return _standing(figure, record_over_time(cube, figure, smallest_first=figure.value < 0, all_countries=True))


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


_CALLS: dict[str, tuple[Callable[[Cube, list[str]], tuple[Row, ...]], int]] = {
    "compare": (_compare, 2),
    "share": (_share, 2),
    "rank": (_rank, 1),
    "record": (_record, 1),
    "record_any": (_record_any, 1),
    "signs": (_signs, 1),
}
