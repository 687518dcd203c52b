"""FRED and ALFRED as their contract describes them, with pages smaller than asked for."""

from tests.official.serving import Question, Reply, as_json

KEY = "0123456789abcdef0123456789abcdef"
OPEN = "9999-12-31"


class Fred:
    """Series with the day each value was published."""

    def __init__(self) -> None:
        self.releases: dict[str, dict[str, dict[str, str]]] = {}
        """Series → vintage → month → value, as first told on that day."""
        self.without_vintages: set[str] = set()
        self.page = 5

    def __call__(self, question: Question) -> Reply:
        """The answer."""
        if question.get("api_key") != KEY:
            return self._bad("The value for variable api_key is not registered. Read https://fred.stlouisfed.org/docs/api/api_key.html")
        name = question.get("series_id")
        if name not in self.releases:
            return self._bad("The series does not exist.")
        first, last = question.get("realtime_start") or OPEN, question.get("realtime_end") or OPEN
        if question.path == "/fred/series/vintagedates":
            if name in self.without_vintages:
                return self._bad("The series does not exist in ALFRED but may exist in FRED.")
            return self._paged(question, "vintage_dates", [day for day in sorted(self.releases[name]) if first <= day <= last])
        return self._paged(question, "observations", self._stretches(name, first, last))

    def _stretches(self, name: str, first: str, last: str) -> list[dict[str, str]]:
        """Each value with the days it stood, clipped to the real time asked for."""
        found = []
        for month in sorted({month for told in self.releases[name].values() for month in told}):
            told = [(day, told[month]) for day, told in sorted(self.releases[name].items()) if month in told]
            for place, (day, value) in enumerate(told):
                end = told[place + 1][0] if place + 1 < len(told) else OPEN
                end = end if end == OPEN else _eve(end)
                if day <= last and end >= first:
                    found.append(
                        {
                            "realtime_start": max(day, first) if first != OPEN else day,
                            "realtime_end": min(end, last),
                            "date": f"{month}-01",
                            "value": value,
                        }
                    )
        return found

    def _paged(self, question: Question, name: str, items: list[object] | list[str] | list[dict[str, str]]) -> Reply:
        offset, limit = int(question.get("offset") or 0), min(self.page, int(question.get("limit")))
        return as_json({"count": len(items), "offset": offset, "limit": limit, name: items[offset : offset + limit]})

    def _bad(self, message: str) -> Reply:
        return as_json({"error_code": 400, "error_message": f"Bad Request.  {message}"}, status=400)


def _eve(day: str) -> str:
    """The day before, for days after the first of a month."""
    return f"{day[:8]}{int(day[8:]) - 1:02}"
