"""The share statements of a sentence: by the noun "share", by a percentage "of" a flow, and the lists that go on from either."""

from collections.abc import Callable, Sequence

from nlp.claims.head import Head
from nlp.claims.indicators import find_heads
from nlp.claims.sentence import Sentence
from nlp.claims.shares.figures import rates
from nlp.claims.shares.frames import by_percentage
from nlp.claims.shares.nouns import NOUN, by_noun
from nlp.claims.shares.rows import next_in_row, row_before, side_by_side
from nlp.claims.shares.statement import Share


def find_shares(sentence: Sentence) -> list[Share]:
    """All share statements in text order."""
    if not rates(sentence, 0, len(sentence.text)):
        return []
    heads = find_heads(sentence)
    found: list[Share] = []
    spent: set[int] = set()

    def keep(share: Share | None) -> Share | None:
        if share is not None and not any(q.start in spent for q in share.spent):
            found.append(share)
            spent.update(q.start for q in share.spent)
            return share
        return None

    nouns = list(NOUN.finditer(sentence.text))
    for noun in nouns:
        first = keep(by_noun(sentence, heads, noun, min((n.start() for n in nouns if n.start() > noun.end()), default=len(sentence.text))))
        _go_on(sentence, heads, first, spent, keep)
    for mark in rates(sentence, 0, len(sentence.text)):
        if mark.start not in spent and mark.what.unit == "percent":
            for share in side_by_side(sentence, heads, mark) or row_before(sentence, heads, mark, spent):
                keep(share)
        if mark.start not in spent and mark.what.unit == "percent":
            first = keep(by_percentage(sentence, heads, mark))
            _go_on(sentence, heads, first, spent, keep)
    return sorted(found, key=lambda share: share.at)


def _go_on(
    sentence: Sentence, heads: Sequence[Head], share: Share | None, spent: set[int], keep: Callable[[Share | None], Share | None]
) -> None:
    """The further holders of a list: ", Mexico 14 percent and Canada 13 percent"."""
    while share is not None:
        behind = share.spent[-1].end
        mark = next((q for q in rates(sentence, behind, len(sentence.text)) if q.what.unit == "percent" and q.start not in spent), None)
        share = keep(next_in_row(sentence, heads, share, mark)) if mark else None
