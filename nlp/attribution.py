"""Who says so: "according to X", "X said", "said X", and quotations whose speaker is named in another sentence."""

import re
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import Levenshtein

from nlp.parsing import Parses
from nlp.quotations import find_quotations
from tradeclaims.records import Mention
from tradeclaims.values import Span

SAYING = (
    r"said|says|say|saying|told|tells|adds|added|noted|notes|wrote|writes|warned|warns|claimed|claims|argued|argues|stated|states|tweeted|declared|"
    r"announced|estimates|estimated|reported that|reports that|complained|insisted|boasted|calculated|quipped|repeated|acknowledged|conceded|testified|explained"
)
SHOWING = r"(?:data|figures|statistics|numbers|report|reports|letter|study|release)\s+(?:released\s+\w+\s+)?(?:showed|shows|show|said|says|indicated?|put)"
CUE = re.compile(rf"\b(?:(?P<say>{SAYING})|(?P<show>{SHOWING}))\b", re.IGNORECASE)
ACCORDING = re.compile(
    r"\b(?P<cue>according to|in the words of|as reported by|as estimated by)\s+(?P<who>(?:(?!\s(?:has|have|was|were|is|are|that|will|which|released|published|on|in)\b)[^,.;:“”\"(\n]|(?<=\b[A-Z])\.|(?<=Mr|Ms|Dr)\.){2,70})",
    re.IGNORECASE,
)
WHO = r"(?P<who>(?:(?:Mr|Ms|Mrs|Dr|Sen|Rep)\.\s)?(?:[A-Z][\w.’'-]*\s?){1,6}|[Hh]e|[Ss]he|[Tt]hey|[Tt]he\s\w+(?:\s\w+){0,3})"
OUTSIDE = re.compile(rf"{WHO},?\s+(?P<cue>{SAYING})\b|\b(?P<cue2>said|says|wrote|added|noted|told)\s+{WHO.replace('who', 'who2')}")
BARE = re.compile(
    r"\b(?:the|a|an|its|new|latest|official|these|those|monthly|annual|trade|final|revised|preliminary|january|february|march|april|may|june|july|august|"
    r"september|october|november|december|\d+)\b\s*",
    re.IGNORECASE,
)
"""Words before "figures show" that name nobody: such figures are the outlet's own voice."""

PRONOUN = re.compile(r"(?:he|she|they|it|who)$", re.IGNORECASE)
LEAST_NAME = 6
"""Shorter names are too alike to forgive a slip of the pen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Speaker and cue of one sentence."""

    speaker: str | None = None
    cue: str | None = None


class Speakers:
    """Reads attributions of one document; made once, asked for each sentence that holds a claim."""

    def __init__(self, text: str, people: list[Mention]) -> None:
        self.text = text
        self.people = people
        self.quotations = tuple(find_quotations(text))

    def of(self, sentence: Span, parses: Parses) -> Attribution:
        """Speaker and cue of a sentence; none where it is the outlet's own voice."""
        named = self._according(sentence) or self._saying(sentence, parses)
        if named is None:
            named = self._quoted(sentence)
        if named is None:
            return Attribution()
        return Attribution(speaker=named[0], cue=named[1])

    def needs_parse(self, sentence: Span) -> bool:
        """Whether the speaker of a sentence is found by its grammar: a verb of saying stands outside quotation marks."""
        return ACCORDING.search(sentence.quote) is None and bool(self._cues(sentence))

    def _cues(self, sentence: Span) -> list[re.Match[str]]:
        return [hit for hit in CUE.finditer(sentence.quote) if not self.quotes(sentence.start + hit.start())]

    def _according(self, sentence: Span) -> tuple[str, str] | None:
        hit = ACCORDING.search(sentence.quote)
        if hit is None:
            return None
        return self._name(hit.group("who"), sentence.start + hit.start("who")), hit.group("cue")

    def _saying(self, sentence: Span, parses: Parses) -> tuple[str, str] | None:
        """The subject of a verb of saying that stands outside quotation marks, by the parser."""
        cues = self._cues(sentence)
        if not cues:
            return None
        doc = parses.of(sentence.quote)
        for cue in cues:
            if cue.group("show"):
                subject = re.search(r"(?:[\w.’'-]+\s+){0,4}$", sentence.quote[: cue.start()])
                lead = re.sub(r"^.*\b(?:and|that|as|,)\s+", "", subject.group()) if subject else ""
                noun = cue.group().split()[0]
                if not BARE.sub("", lead).strip():
                    continue
                return self._name(f"{lead}{noun}".strip(), sentence.start + cue.start() - len(lead)), cue.group()
            token = next((t for t in doc if t.idx <= cue.start() < t.idx + len(t)), None)
            if token is None or token.pos_ not in ("VERB", "AUX"):
                continue
            subject_token = next((t for t in token.children if t.dep_ in ("nsubj", "nsubjpass")), None)
            if subject_token is None or subject_token.dep_ == "nsubjpass":
                continue
            if any(t.dep_ == "neg" for t in token.children):
                continue
            start = subject_token.left_edge.idx
            end = subject_token.idx + len(subject_token)
            return self._name(sentence.quote[start:end], sentence.start + start), cue.group()
        return None

    def _quoted(self, sentence: Span) -> tuple[str, str] | None:
        for (start, end), said in zip(self.quotations, self.said_by, strict=True):
            if start < sentence.end and sentence.start < end and end - start > 30:
                return said
        return None

    def quotes(self, offset: int) -> bool:
        """Whether the document's character at `offset` stands inside quotation marks."""
        return any(start <= offset < end for start, end in self.quotations)

    @cached_property
    def said_by(self) -> list[tuple[str, str] | None]:
        """The speaker of each quotation: named behind it, before it, or the one of the quotation before it."""
        said: list[tuple[str, str] | None] = []
        for number, (start, end) in enumerate(self.quotations):
            after = self.text[end : end + 160].split("\n")[0]
            if number + 1 < len(self.quotations):
                after = after[: max(0, self.quotations[number + 1][0] - end)]
            floor = max(self.text.rfind("\n", 0, start) + 1, self.quotations[number - 1][1] if number else 0)
            lead = self.text[floor:start]
            running = number > 0 and "\n" not in self.text[self.quotations[number - 1][1] : start]
            earlier = said[-1] if running else None
            # A quotation that ends its sentence has its speaker before it; one that ends in a comma is followed by him.
            closed = self.text[start:end].rstrip('”"').endswith((".", "!", "?"))
            following, leading = self._outside(after, end), self._outside(lead, floor)
            said.append((leading or earlier or following) if closed else (following or leading or earlier))
        return said

    def _outside(self, words: str, offset: int) -> tuple[str, str] | None:
        according = ACCORDING.search(words)
        if according:
            return self._name(according.group("who"), offset + according.start("who")), according.group("cue")
        hit = OUTSIDE.search(words)
        if hit is None:
            return None
        group = "who" if hit.group("who") else "who2"
        return self._name(hit.group(group), offset + hit.start(group)), hit.group("cue") or hit.group("cue2")

    def _name(self, words: str, offset: int) -> str:
        """A speaker's full name where the words hold a known person, even slightly misspelt; the words themselves otherwise."""
        words = " ".join(words.split()).strip(" ,")
        if PRONOUN.fullmatch(words):
            before = [m for m in self.people if m.span.start < offset]
            return (before[-1].entity or before[-1].span.quote) if before else words
        for mention in self.people:
            if offset <= mention.span.start < offset + len(words):
                return mention.entity or mention.span.quote
        last = words.split()[-1] if words else ""
        for mention in self.people:
            name = mention.entity or mention.span.quote
            surname = name.split()[-1]
            if len(last) >= LEAST_NAME and last[0] == surname[0] and Levenshtein.distance(last, surname) <= 1:
                return name
        return re.sub(r"^(?:the|The)\s+(?=[A-Z])", "", words)
