"""UN Comtrade as its contract describes it."""

from typing import Any

from tests.official.serving import Question, Reply, as_json

KEY = "0123456789abcdef0123456789abcdef"


class Comtrade:
    """Records by reporter, partner, flow and period."""

    def __init__(self) -> None:
        self.values: dict[tuple[int, int, str, str], float | None] = {}
        self.extra: dict[str, Any] = {}
        """Fields that every record has besides, or instead."""
        self.dropped: set[str] = set()
        """Fields that no record has."""

    def __call__(self, question: Question) -> Reply:
        """The answer."""
        key = question.headers.get("Ocp-Apim-Subscription-Key")
        if key != KEY:
            words = "invalid subscription key. Make sure to provide a valid key for an active subscription."
            missing = "missing subscription key. Make sure to include subscription key when making requests to an API."
            return as_json({"statusCode": 401, "message": f"Access denied due to {words if key else missing}"}, status=401)
        periods, reporters = question.get("period").split(","), question.get("reporterCode").split(",")
        if len(periods) > 12:
            return as_json({"statusCode": 400, "message": "too many periods"}, status=400)
        rows = [
            self._record(*record, value)
            for record, value in self.values.items()
            if record[3] in periods and str(record[0]) in reporters and record[2] in question.get("flowCode").split(",")
        ]
        return as_json({"elapsedTime": "0.30 secs", "count": len(rows), "error": "", "data": rows})

    def _record(self, reporter: int, partner: int, flow: str, period: str, value: float | None) -> dict[str, Any]:
        record = {
            "typeCode": "C", "freqCode": "A", "refYear": int(period[:4]), "period": period, "reporterCode": reporter, "flowCode": flow,
            "partnerCode": partner, "partner2Code": 0, "classificationCode": "H6", "cmdCode": "TOTAL", "customsCode": "C00", "motCode": 0,
            "primaryValue": value, "netWgt": None, "isReported": False, "isAggregate": True, **self.extra,
        }  # fmt: skip
        return {name: cell for name, cell in record.items() if name not in self.dropped}
