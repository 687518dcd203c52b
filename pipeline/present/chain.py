"""The chain of evidence behind one record, for a terminal."""

from typing import Any

from rich.console import Console
from rich.markup import escape

from pipeline.present.tables import STYLES, block
from pipeline.present.words import OUTCOMES, money

Links = dict[str, Any]

_FIELDS = (
    "reporter", "partners", "indicator", "rank_basis", "balance_sign", "scope", "scope_basis", "product", "measure", "value", "value_high",
    "currency", "from_value", "change_abs", "change_pct", "change_pp", "factor", "direction", "rank", "share", "share_of", "period",
    "compare_period", "qualifier", "modality", "vintage", "speaker", "cue", "quotation", "checkable",
)  # fmt: skip
LABEL = 19
"""Width of the column of labels: an id and its indent."""

_EVENT_FIELDS = (
    "type", "status", "agreement", "partners", "date", "date_end", "actor", "target", "trigger", "rate", "official", "historical", "occasion",
)  # fmt: skip
_DOCUMENT_FIELDS = (
    "title", "issuer", "published", "published_raw", "kind", "official", "revision", "url", "reader", "reader_version", "characters",
)  # fmt: skip
_MONEY = ("value", "value_high", "from_value", "change_abs")


def print_chain(out: Console, links: Links) -> None:
    """Verdict → query → official figures; claim → sentence → document → bytes, address and time."""
    out.print(f"[bold]{escape(links['kind'])} {escape(links['id'])}[/]", highlight=False)
    if notice := links.get("notice"):
        _part(out, "notice", {"subject": notice["subject"], "because": notice["reason"], "sent": notice["sent_at"] or "waiting"})
    for number, verdict in enumerate(links.get("verdicts", ())):
        _verdict(out, verdict, newest=number == 0)
    if claim := links.get("claim"):
        _part(out, "claim", {name: _shown(name, claim) for name in _FIELDS if claim.get(name) not in (None, [], False)})
        _part(out, "sentence", {"words": f"“{' '.join(claim['evidence'].split())}”", "characters": f"{claim['start']} to {claim['end']}"})
    if event := links.get("event"):
        _part(out, "event", {name: event[name] for name in _EVENT_FIELDS if event.get(name) not in (None, [], False)})
        _part(out, "sentence", {"words": f"“{' '.join(event['evidence'].split())}”", "characters": f"{event['start']} to {event['end']}"})
    if found := links.get("places"):
        _part(out, "place", {f"page {place['page']}": _boxes(place["boxes"]) for place in found})
    if document := links.get("document"):
        facts = {name: document[name] for name in _DOCUMENT_FIELDS if document.get(name) not in (None, "", False)}
        _part(out, "document", facts | ({"pages": len(document["pages"])} if document.get("pages") else {}))
    if "snapshot" in links:
        snapshot = links["snapshot"]
        if snapshot:
            facts = {"sha256": snapshot["hash"], "bytes": f"{snapshot['size']:,} of {snapshot['media_type'] or 'unstated type'}"}
            facts |= {"asked": snapshot["url"], "answered": snapshot["final_url"], "fetched": snapshot["fetched_at"]}
            if snapshot["warc_file"]:
                facts["record"] = f"{snapshot['warc_file']} at byte {snapshot['warc_offset']}"
            _part(out, "bytes", facts)
        else:
            _part(out, "bytes", {"none": "the text was given directly"})
    if len(revisions := links.get("revisions") or []) > 1:
        _part(out, "revisions", {f"{each['revision']}": _revision(each) for each in revisions})
    if copies := links.get("copies"):
        _part(out, "copies", {row["id"]: f"{row['outlet']}, {row['first_seen'][:16]}: {row['title']} {row['url']}" for row in copies})
    for name in ("claims", "events"):
        if rows := links.get(name):
            _part(out, name, {row["id"]: f"“{' '.join(row['evidence'].split())}”" for row in rows})


def _verdict(out: Console, verdict: Links, *, newest: bool) -> None:
    style = STYLES[verdict["outcome"]]
    slip = f" — {verdict['diagnosis']}" if verdict["diagnosis"] else ""
    title = "verdict" if newest else "earlier"
    out.print(f"\n[bold]{title}[/]    [{style}]{OUTCOMES[verdict['outcome']]}{slip}[/]  [dim]{_held(verdict)}[/]", highlight=False)
    facts = {name: verdict[name] for name in ("reason", "reading", "query") if verdict[name]}
    for name in ("difference", "tolerance"):
        if verdict[name] is not None:
            facts[name] = f"{verdict[name]:,}"
    for answer in ("as_published", "now"):
        if found := verdict[answer]:
            facts[answer] = f"{OUTCOMES[found['outcome']]}, vintage {found['vintage'] or '–'}"
    if verdict["chance"] is not None:
        facts["chance"] = f"{verdict['chance']:.4f} expected to fit by luck"
    _facts(out, facts)
    for figure in verdict["officials"]:
        value = money(figure["value"]) if figure["unit"] == "USD" else f"{figure['value']} {figure['unit']}"
        _facts(
            out,
            {
                "official": f"{value} · {figure['role']} · {figure['series']} · {figure['period']} · published {figure['vintage']}",
                "": figure["source_url"],
            },
        )
    for note in verdict["notes"]:
        _facts(out, {"note": note})


def _revision(row: Links) -> str:
    why = {None: "", "page": ": the page changed", "reader": ": read better"}[row["cause"]]
    counts = f" ({row['added']} sentences added, {row['removed']} removed, {row['changed']} changed)" if row["cause"] else ""
    return f"{row['seen_at'] or 'given directly'}{why}{counts}"


def _boxes(boxes: list[list[float]]) -> str:
    """Boxes of the words, in points from the lower left corner: left, bottom to right, top."""
    return (
        "; ".join(f"{left:g}, {bottom:g} to {right:g}, {top:g} points" for left, bottom, right, top in boxes) or "recognised in a picture"
    )


def _held(verdict: Links) -> str:
    until = verdict.get("held_until")
    return f"{verdict['created_at']} to {until}" if until else f"since {verdict['created_at']}"


def _shown(name: str, claim: Links) -> Any:
    value = claim[name]
    if name in _MONEY and claim["currency"]:
        return money(value, claim["currency"])
    if name in ("period", "compare_period"):
        words = f", “{value['surface']}”" if value["surface"] else ", implied"
        return f"{value['start'] or '…'} to {value['end'] or '…'} ({value['freq']}{words})"
    return ", ".join(value) if isinstance(value, list) else value


def _part(out: Console, title: str, facts: Links) -> None:
    out.print(f"\n[bold]{title}[/]", highlight=False)
    _facts(out, facts)


def _facts(out: Console, facts: Links) -> None:
    out.print(block([(name, escape(str(value))) for name, value in facts.items()], width=LABEL))
