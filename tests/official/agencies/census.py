"""The Census API as its contract describes it."""

import re

from tests.official.serving import Question, Reply, as_json, page

KEY = "0123456789abcdef0123456789abcdef01234567"
NAMES = {
    "5800": "KOREA, SOUTH", "5700": "CHINA", "-": "TOTAL FOR ALL COUNTRIES", "0003": "EUROPEAN UNION", "0021": "NORTH AMERICA",
    "5XXX": "ASIA", "9999": "ATLANTIS",
}  # fmt: skip
VARIABLES = {"imports": ("GEN_VAL_MO", "GEN_VAL_YR"), "exports": ("ALL_VAL_MO", "ALL_VAL_YR")}


class Census:
    """Figures can be changed between two runs, as a revision does."""

    def __init__(self) -> None:
        self.values: dict[tuple[str, str, str], int | None] = {}
        """(flow, code, month) → dollars."""
        self.renamed: dict[str, str] = {}
        """Columns that come under another name."""

    def fill(self, first: str, last: str) -> None:
        """A figure for every month from `first` to `last`, flow and partner."""
        year, month = map(int, first.split("-"))
        while f"{year}-{month:02}" <= last:
            for flow in VARIABLES:
                for place, code in enumerate(NAMES):
                    self.values[flow, code, f"{year}-{month:02}"] = 1_000_000_001 * (place + 1) + 1_000 * month + (flow == "exports")
            year, month = (year + 1, 1) if month == 12 else (year, month + 1)

    def __call__(self, question: Question) -> Reply:
        """The answer."""
        if question.path.startswith("/data/missing_key.html"):
            return page("Missing Key", text="<p>A valid <em>key</em> must be included with each data API request.</p>")
        if question.path.startswith("/data/invalid_key.html"):
            return page("Invalid Key", text="<p>You included a key with this request, however it is not valid.</p>")
        if question.get("key") != KEY:
            name = "invalid" if question.get("key") else "missing"
            return Reply(status=302, headers={"Location": f"https://api.census.gov/data/{name}_key.html"})
        flow = re.fullmatch(r"/data/timeseries/intltrade/(imports|exports)/hs", question.path)
        span = re.fullmatch(r"from (\d{4}-\d\d) to (\d{4}-\d\d)", question.get("time"))
        if not flow or not span:
            return Reply(status=400, media_type="text/plain", body=b"error: The requested resource is not available.")
        month, total = VARIABLES[flow.group(1)]
        if question.get("get") != f"CTY_CODE,CTY_NAME,{month},{total}":
            return Reply(status=400, media_type="text/plain", body=b"error: unknown variable 'XYZ'")
        rows = [
            [code, NAMES[code], _text(value), _text(self._so_far(each, code, period)), code, period]
            for (each, code, period), value in sorted(self.values.items(), key=lambda pair: pair[0][::-1])
            if each == flow.group(1) and span.group(1) <= period <= span.group(2)
        ]
        if not rows:
            return Reply(status=204)
        names = ["CTY_CODE", "CTY_NAME", month, total, "CTY_CODE", "time"]
        return as_json([[self.renamed.get(name, name) for name in names], *rows])

    def _so_far(self, flow: str, code: str, period: str) -> int | None:
        months = [self.values.get((flow, code, f"{period[:5]}{month:02}")) for month in range(1, int(period[5:]) + 1)]
        return None if self.values[flow, code, period] is None else sum(value or 0 for value in months)


def _text(value: int | None) -> str | None:
    return None if value is None else str(value)
