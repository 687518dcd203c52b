"""The BEA API as its contract describes it: every failure with status 200."""

from typing import Any

from tests.official.serving import Question, Reply, as_json

KEY = "01234567-89AB-CDEF-0123-456789ABCDEF"


class Bea:
    """Rows of the data set ITA by indicator."""

    def __init__(self) -> None:
        self.indicators = ["BalGds", "BalServ", "BalGdsServ", "ExpGds", "ImpGds", "ExpServ", "ImpServ", "BalCurrAcct"]
        self.values: dict[tuple[str, str, str], str] = {}
        """(indicator, area, year) → DataValue."""
        self.columns: dict[str, str] = {}
        """Fields that come under another name."""
        self.listed = False
        """Whether `Results` is a list."""

    def __call__(self, question: Question) -> Reply:
        """The answer."""
        if question.get("UserID") != KEY:
            detail = {"Description": "The API UserId provided is not registered."}
            return failure(
                {"APIErrorCode": "1", "APIErrorDescription": "Invalid Request - Invalid API UserId.", "ErrorDetail": detail}, top=True
            )
        if question.get("method") == "GetParameterValues":
            return self._envelope({"ParamValue": [{"Key": name, "Desc": "…"} for name in self.indicators]})
        indicator, years = question.get("Indicator"), question.get("Year").split(",")
        if indicator not in self.indicators or question.get("AreaOrCountry") != "All" or question.get("datasetname") != "ITA":
            return failure({"APIErrorCode": "201", "APIErrorDescription": "The Table requested is not available."})
        rows = [
            self._row(indicator, area, year, value)
            for (each, area, year), value in self.values.items()
            if each == indicator and (years == ["ALL"] or year in years)
        ]
        return self._envelope({"Statistic": "International Transactions", "Data": rows[0] if len(rows) == 1 else rows, "Notes": []})

    def _row(self, indicator: str, area: str, year: str, value: str) -> dict[str, str]:
        row = {
            "Indicator": indicator, "AreaOrCountry": area, "Frequency": "A", "Year": year, "TimeSeriesId": "…", "TimePeriod": year,
            "CL_UNIT": "USD", "UNIT_MULT": "6", "DataValue": value, "NoteRef": "",
        }  # fmt: skip
        return {self.columns.get(name, name): cell for name, cell in row.items()}

    def _envelope(self, results: dict[str, Any]) -> Reply:
        request = {"RequestParam": [{"ParameterName": "USERID", "ParameterValue": KEY}]}
        return as_json({"BEAAPI": {"Request": request, "Results": [results] if self.listed else results}})


def failure(error: Any, *, top: bool = False) -> Reply:
    """An error, in either of the two places it may stand."""
    node = {"Error": error} if top else {"Results": {"Error": error}}
    return as_json({"BEAAPI": {"Request": {"RequestParam": []}, **node}})
