"""One statement about a flow of international trade, as the text makes it."""

from dataclasses import dataclass
from typing import Literal

from tradeclaims.ids import evidence_key, meaning_id
from tradeclaims.values import Period, Quantity, Span

Indicator = Literal["exports", "imports", "balance", "total_trade", "rank", "tariff_rate"]
Measure = Literal["level", "growth", "change", "share", "rank", "rate", "direction"]
Scope = Literal["goods", "services", "goods+services", "unspecified"]
Modality = Literal["asserted", "estimate", "forecast", "target", "hypothetical", "denied"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A level, change, growth rate, share, rank or direction of a trade flow, or a tariff rate.

    Value, change and earlier value of the same series are one claim. Nothing is flipped to the mirror flow here: the checker does that.
    """

    document: str
    """Id of the document."""

    revision: int
    """Revision of the document that the evidence quotes."""

    evidence: Span
    """The sentence (or sentences, or table row) that makes the claim."""

    reporter: str | None
    """ISO3 of the country whose flow it is, as worded (also EU, WLD, CAFTA-DR, PACIFIC-RIM); None if not recoverable."""

    partners: tuple[str, ...]
    """ISO3 codes of the other side; `WLD` for the total; empty when one is meant but not recoverable."""

    indicator: Indicator
    """Which flow, or rank or tariff_rate."""

    rank_basis: Indicator | None = None
    """For ranks: what is ranked; None otherwise."""

    balance_sign: Literal["deficit", "surplus"] | None = None
    """From the reporter's side; None for anything but balances."""

    scope: Scope = "unspecified"
    """Goods, services or both."""

    scope_basis: Literal["explicit", "inferred", "none"] = "none"
    """Whether a word of the sentence gives the scope, or the context or convention."""

    product: str | None = None
    """Free slug: "textiles and apparel", "autos", "steel"; None for all products."""

    measure: Measure
    """Kind of the main figure."""

    value: Quantity | None = None
    """The level; a range keeps both bounds."""

    from_value: Quantity | None = None
    """Earlier level of the same series."""

    change_abs: Quantity | None = None
    """Absolute change, always positive."""

    change_pct: Quantity | None = None
    """Change in percent, always positive."""

    change_pp: Quantity | None = None
    """Change in percentage points, always positive; never percent."""

    factor: Quantity | None = None
    """Ratio of the new to the old value: doubled 2, halved 0.5; unit `times`."""

    direction: Literal["up", "down", "flat"] | None = None
    """Of the magnitude named: a deficit that widens is up."""

    rank: int | None = None
    """Place in the ranking, 1 the largest."""

    share: Quantity | None = None
    """Share in percent."""

    share_of: str | None = None
    """What the share, or the ranking, is of, in the text's words."""

    period: Period | None = None
    """When; None if not recoverable."""

    compare_period: Period | None = None
    """The earlier time that change or earlier value refers to."""

    qualifier: str = "exact"
    """Qualifier of the main figure, as in Quantity."""

    qualifier_surface: str | None = None
    """Its words; None for exact."""

    modality: Modality = "asserted"
    """Whether it is stated as fact."""

    vintage: Literal["revised", "revised_base", "first_reported", "preliminary"] | None = None
    """What the text says of the figure's vintage; None when silent."""

    speaker: str | None = None
    """Who says so; None for the outlet's own voice."""

    cue: str | None = None
    """The verb or phrase of saying, verbatim."""

    quotation: bool = False
    """True when the figure stands inside quotation marks."""

    checkable: bool = True
    """Asserted, denied or estimated, with a known period, no tariff, no physical unit, no programme subset."""

    extractor_version: int = 1
    """Version of the extractor that found it; outside the id."""

    @property
    def id(self) -> str:
        """Hash of what is said: document, indicator, parties, numbers, period, evidence sentence."""
        amounts = [
            q and (q.low.normalize(), q.high.normalize(), q.unit, q.currency)
            for q in (
                self.value,
                self.from_value,
                self.change_abs,
                self.change_pct,
                self.change_pp,
                self.factor,
                self.share,
            )
        ]
        when = self.period and (self.period.start, self.period.end, self.period.freq)
        said = evidence_key(self.evidence.quote)
        return meaning_id("claim", self.document, self.indicator, self.rank_basis, self.reporter, self.partners, self.scope, self.product, self.measure,
                          amounts, self.direction, self.rank, when, self.modality, self.vintage, said)  # fmt: skip
