"""Who says so: the voices of a claim's sentence, the figure's own first, and quotations whose speaker is named in another sentence."""

import re
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import Levenshtein
from spacy.tokens import Doc

from nlp.names import find_people
from nlp.parsing import Parses
from nlp.quotations import find_quotations
from nlp.sources import NOBODY, named_in
from nlp.voices import Voice, find_voices, voice_at
from tradeclaims.records import Claim, Mention
from tradeclaims.values import Span

PRONOUN = re.compile(r"(?:he|she|they|who|his|her|their)$", re.IGNORECASE)
IT = re.compile(r"(?:it|its)$", re.IGNORECASE)
ROLE = re.compile(
    r"\b(?P<who>(?:the|The|an?|its|Its|[A-Z]\w+['’]s)\s+(?:[\w-]+\s+){0,3}?(?:president|minister|secretary|senator|governor|ambassador|spokes\w+|chief|director|chair\w+|candidate|"
    r"economist|analyst|official|congress\w+|premier|chancellor|commissioner|representative|adviser|envoy))\b"
)
"""Persons named by their office only."""

SPEAKER = re.compile(r"\b(?P<who>[A-Z][a-z][\w’'-]*(?: [A-Z][\w’'-]+){0,2}) (?:said|says|told|added|wrote|tweeted|argued|warned|noted)\b")
"""Persons that no list knows."""

BODY = re.compile(
    r"\b[Tt]he\s+(?:[\w-]+\s+){0,3}?(?:ministry|department|bureau|agency|office|institute|bank|association|federation|council|commission|government|group)\b"
)
OPENING = re.compile(r"(?:\A|[.!?”]\s|\n)(?P<who>(?:[A-Z][\w.]+\s){1,3})[a-z]+[^.!?\n]{0,100}\Z")
LABEL = re.compile(r"(?:\A|\n|[.!?”\"]\s)\s*(?P<who>[A-Z][A-Z.'’ -]{2,40}):\s*\Z")
"""The name before what somebody said, as in an interview: "TRUMP: “…”"."""

NO_NAME = re.compile(r"(?:THE )?(?:FACTS?|CLAIMS?|STATEMENT|VERDICT|TRUTH|RATING|CONTEXT|BACKGROUND|NOTE|QUESTION|ANSWER|SUMMARY)\Z")
OWNS = re.compile(r"['’]s?\s")
"""Behind a person whose campaign or office it is that speaks."""

SHORT_FORM = re.compile(r"\s+\([A-Z][A-Za-z&-]{1,7}\)")
"""Behind a name: "Ministry of Finance (MOF)"."""

LEAST_NAME = 6
"""Shorter names are too alike to forgive a slip of the pen."""

LEAST_QUOTED = 30
"""Shorter quotations are single words of somebody's; the sentence around them is not his."""

REACH = 160
"""How far behind a quotation its speaker may be named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Speaker and cue of one claim."""

    speaker: str | None = None
    cue: str | None = None


class Speakers:
    """Reads attributions of one document; made once, asked for each claim."""

    def __init__(self, text: str, names: list[Mention]) -> None:
        """`names` are the persons and organisations of `text`, in text order."""
        self.text = text
        self.people = [mention for mention in names if mention.label == "PERSON"]
        self.bodies = [mention for mention in names if mention.label == "ORG"]
        self.quotations = tuple(find_quotations(text))
        self._voices: dict[Span, list[Voice]] = {}

    def of_claim(self, claim: Claim, parses: Parses) -> Attribution:
        """Speaker and cue of a claim; none where it is the outlet's own voice."""
        main = claim.value or claim.share or claim.change_pct or claim.factor or claim.change_abs or claim.change_pp
        figure = claim.evidence.quote.find(main.raw) if main else -1
        return self.of(claim.evidence, parses, figure if figure >= 0 else None)

    def of(self, sentence: Span, parses: Parses, figure: int | None = None) -> Attribution:
        """Speaker and cue of what a sentence says at the offset `figure`, or on the whole."""
        voices = self._voices.get(sentence)
        if voices is None:
            voices = self._voices[sentence] = self._heard(sentence, parses)
        voice = voice_at(voices, sentence.quote, figure)
        if voice is not None:
            name = self._named(sentence, voice)
            if name is not None:
                return Attribution(speaker=name, cue=voice.cue)
        said = self._quoted(sentence)
        return Attribution(speaker=said[0], cue=said[1]) if said else Attribution()

    def needs_parse(self, sentence: Span) -> bool:
        """Whether only its grammar tells who speaks in a sentence."""
        asked: list[bool] = []

        def parse() -> Doc | None:
            asked.append(True)
            return None

        voices = find_voices(sentence.quote, lambda offset: self.quotes(sentence.start + offset), parse)
        if not asked:
            self._voices[sentence] = voices
        return bool(asked)

    def _heard(self, sentence: Span, parses: Parses) -> list[Voice]:
        return find_voices(sentence.quote, lambda offset: self.quotes(sentence.start + offset), lambda: parses.of(sentence.quote))

    def _named(self, sentence: Span, voice: Voice) -> str | None:
        return self._name(sentence.quote[slice(*voice.who)], sentence.start + voice.who[0])

    def _quoted(self, sentence: Span) -> tuple[str, str] | None:
        for (start, end), said in zip(self.quotations, self.said_by, strict=True):
            if start < sentence.end and sentence.start < end and end - start > LEAST_QUOTED:
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
            after = self.text[end : end + REACH].split("\n")[0]
            if number + 1 < len(self.quotations):
                after = after[: max(0, self.quotations[number + 1][0] - end)]
            floor = max(self.text.rfind("\n", 0, start) + 1, self.quotations[number - 1][1] if number else 0)
            label = LABEL.search(self.text, max(0, start - 60), start)
            if label:
                said.append(self._labelled(label))
                continue
            running = number > 0 and "\n" not in self.text[self.quotations[number - 1][1] : start]
            earlier = said[-1] if running else None
            # A quotation that ends its sentence has its speaker before it; one that ends in a comma is followed by him.
            closed = self.text[start:end].rstrip('”"').endswith((".", "!", "?"))
            following, leading = self._outside(f",{after}", end - 1, first=True), self._outside(self.text[floor:start], floor, first=False)
            said.append((leading or earlier or following) if closed else (following or leading or earlier))
        return said

    def _labelled(self, label: re.Match[str]) -> tuple[str, str] | None:
        who = label.group("who").strip()
        if NO_NAME.match(who):
            return None
        known = find_people(who.title())
        return (known[0].entity or who if known else who), f"{who}:"

    def _outside(self, words: str, offset: int, *, first: bool) -> tuple[str, str] | None:
        """The first or last voice in the words around a quotation, inside the sentence next to it."""
        voices = find_voices(words, lambda _: False, lambda: None)
        for voice in voices if first else reversed(voices):
            name = self._name(words[slice(*voice.who)], offset + voice.who[0])
            if name is not None:
                return name, voice.cue
        return None

    def _name(self, words: str, offset: int) -> str | None:
        """A speaker's full name where the words hold a known person, even slightly misspelt; the words themselves otherwise."""
        words = " ".join(SHORT_FORM.sub("", words).split()).strip(" ,")
        if not words:
            return None
        if PRONOUN.fullmatch(words):
            return self._person_before(offset) or words
        if IT.fullmatch(words):
            return self._body_before(offset)
        for mention in self.people:
            if offset <= mention.span.start < offset + len(words) and not OWNS.match(self.text, mention.span.end):
                return mention.entity or mention.span.quote
        body = self._body_at(words, offset)
        if body is not None:
            return body
        named = named_in(words)
        if named is None:
            return None
        last = named.split()[-1] if named.split() else ""
        for mention in self.people:
            name = mention.entity or mention.span.quote
            surname = name.split()[-1]
            if len(last) >= LEAST_NAME and last[0] == surname[0] and Levenshtein.distance(last, surname) <= 1:
                return name
        return re.sub(r"^(?:the|The)\s+(?=[A-Z])", "", named)

    def _body_at(self, words: str, offset: int) -> str | None:
        """The whole name of a body whose first part the words are, as of a ministry of several fields: "Ministry of Trade, Industry and Energy"."""
        bare = re.sub(r"^(?:the|The)\s+", "", words)
        around = next((m.span for m in self.bodies if m.span.start < offset < m.span.end and m.span.quote.endswith(bare)), None)
        if around is not None and "," in around.quote:
            return around.quote
        at = self.text.find(bare, offset, offset + len(words) + 8)
        name = next((m.span for m in self.bodies if m.span.start == at and len(m.span.quote) > len(bare)), None)
        return name.quote if name is not None and name.quote[len(bare) :].startswith(",") else None

    def _person_before(self, offset: int) -> str | None:
        """The person last named before `offset`, else the one named by an office."""
        before = [m for m in self.people if m.span.start < offset]
        if before:
            return before[-1].entity or before[-1].span.quote
        others = [(hit.start(), hit.group("who")) for shape in (ROLE, SPEAKER) for hit in shape.finditer(self.text, 0, offset)]
        return max(others)[1] if others else None

    def _body_before(self, offset: int) -> str | None:
        """The subject of the sentence so far, where it is a name, else the institution last named before `offset`."""
        opening = OPENING.search(self.text, max(0, offset - REACH), offset)
        if opening and NOBODY.search(opening.group("who").strip()) is None:
            return opening.group("who").strip()
        named = [(m.span.start, m.span.quote) for m in self.bodies if m.span.start < offset]
        named += [(hit.start(), hit.group()) for hit in BODY.finditer(self.text, 0, offset)]
        return re.sub(r"^(?:the|The)\s+(?=[A-Z])", "", max(named)[1]) if named else None
