"""The voices of one sentence: who says, shows, reckons or expects something in it, and where.

A voice *leads* what follows it ("the ministry said exports rose"), *follows* what it vouches for ("…, the ministry said"), or is *close* to one figure
("the $45 billion that analysts had expected"). Subjects are read from the words between the verb and the border before it; the parser is asked only
where they do not settle it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc

from nlp.sources import AFTER_NAME, NAME, NOBODY, PAPER, POLLED, SOURCE

Place = Literal["leads", "follows", "close"]

SAYING = (
    r"sa(?:id|ys|y|ying)|t(?:old|ells?)|tweet(?:ed|s)|wr(?:ote|ites?)|warn(?:ed|s|ing)?|argu(?:ed|es|e|ing)|insist(?:ed|s)?|boast(?:ed|s)?|complain(?:ed|s|ing)?|testif(?:ied|ies|y)|"
    r"conced(?:ed|es)|acknowledg(?:ed|es)|contend(?:ed|s)?|assert(?:ed|s)?|repl(?:ied|ies)|quipp?(?:ed|s)|declar(?:ed|es)|remind(?:ed|s)?|caution(?:ed|s)?"
)
"""Verbs of saying and nothing else: whoever is their subject speaks."""

HOLDING = (
    r"add(?:ed|s|ing)|not(?:ed|es|e|ing)|claim(?:ed|s|ing)?|stat(?:ed|es)|announc(?:ed|es)|report(?:ed|s)|estimat(?:ed|es|e)|calculat(?:ed|es)|repeat(?:ed|s)|explain(?:ed|s)|"
    r"confirm(?:ed|s)|maintain(?:ed|s)?|(?:answer|respond)(?:ed|s)(?!\s+(?:with|by|to)\b)|remark(?:ed|s)|observ(?:ed|es)|stress(?:ed|es)|emphasi[sz](?:ed|es)|underlin(?:ed|es)|recall(?:ed|s)|lament(?:ed|s)|"
    r"point(?:ed|s|ing)? out|suggest(?:ed|s)?|indicat(?:ed|es|e)|conclud(?:ed|es)|f(?:ound|inds)|reckon(?:ed|s)?|count(?:ed|s)|forecasts?|forecasted|predict(?:ed|s|ing)?|project(?:ed|s)?|(?:lower|rais|cut|trim|downgrad|upgrad|keep|kept|lift|slash)\w* (?:its|their|his|her) (?:\w+ )?(?:forecasts?|projections?|estimates?|outlook|targets?)|"
    r"expect(?:ed|s|ing)?|anticipat(?:ed|es)|foresees?|foresaw|fores?een|sees|pencill?ed in|look(?:ed|ing) for|call(?:ed|s) for|bet on|brac(?:ed|ing) for|(?:bargain(?:ed|ing)|wait(?:ed|ing)) for|(?:count|bank|bet|reckon)(?:ed|t?ing) on|record(?:ed|s)|credits|"
    r"quot(?:ed|es)|cit(?:ed|es|ing)|den(?:ied|ies|y)|disput(?:ed|es)|reject(?:ed|s)|propos(?:ed|es)|threaten(?:ed|s)|revis(?:ed|es)|show(?:ed|s)?|puts?|believes?|thinks?|admit(?:ted|s)|"
    r"[a-z]+(?:ed|s)(?= that\b)|pric(?:ed|ing) in|point(?:ed|s) to|reiterat(?:ed|es)|assum(?:ed|es)|is aiming for"
)
"""Verbs that speak only where their subject is somebody, or some paper, that can."""

ALSO_NOUNS = re.compile(
    r"(?:show|claim|estimate|forecasts?|reports?|projects?|counts?|puts?|notes?|quotes?|records?|cites)\Z", re.IGNORECASE
)
CUE = re.compile(rf"\b(?:(?P<say>{SAYING})|(?P<hold>{HOLDING}))\b(?!-)", re.IGNORECASE)
PARTICIPLE = re.compile(r"(?:noting|pointing out|adding|saying|arguing|warning|claiming|complaining|citing|predicting)\Z", re.IGNORECASE)
PUT_AT = re.compile(r"(?:[^.;]|(?<=[A-Z])\.){3,110}?\b(?:at|closer to|above|below)\b", re.IGNORECASE)

ACCORDING = re.compile(
    rf"\b(?P<cue>according to|in the words of|as (?:reported|estimated|calculated|claimed) by)\s+(?:(?:newly|recently|just|freshly)[\s-]+(?:released|published|issued)\s+)?(?P<who>{NAME}{{2,80}})",
    re.IGNORECASE,
)
PUBLISHED = re.compile(
    rf"\b(?P<cue>according to)\s+(?:[a-z]+\s+){{0,2}}{PAPER}\s+(?:that\s+|which\s+)?(?P<who>(?:the\s+)?(?:[\w.'’&-]+\s+){{1,6}}?)(?:has\s+|had\s+)?(?:published|released|issued|compiled|put out)\b",
    re.IGNORECASE,
)
PUBLISHED_BY = re.compile(
    rf"\b(?P<cue>according to)\s+(?:[\w-]+\s+){{0,4}}?{PAPER}\s+(?:that\s+(?:was|were)\s+)?(?:published|released|issued|compiled|collected|gathered|put out|provided|made public|unveiled)\s+(?:(?:on\s+)?\w+day\s+|today\s+|yesterday\s+|earlier\s+)?by\s+(?P<who>{NAME}{{2,80}})",
    re.IGNORECASE,
)
"""Figures whose publisher is named behind them: "according to provisional data published by the Federal Statistical Office"."""

COUNT = re.compile(
    r"\b(?P<cue>(?:by|on|in)\s+(?P<who>its|their|his|her|(?:the\s+|an?\s+)?(?:[\w.&-]+\s+){0,4}?[\w.&-]+(?:['’]s|s['’]))\s+(?:own\s+)?(?:count|figures|reckoning|estimates?|numbers|tally|calculations?|"
    r"measure|arithmetic|data|statistics|books))\b",
    re.IGNORECASE,
)
BY_AGENT = re.compile(
    r"\b(?P<cue>expected|forecast|predicted|projected|anticipated|foreseen|cited|claimed|quoted|reported|given)\s+by\s+(?P<who>(?:the\s+|an?\s+|most\s+|many\s+)?(?:[\w.'’&-]+\s+){0,3}?"
    r"(?:economists|analysts|forecasters|traders|markets?|officials|president|minister|secretary|[A-Z][\w.]+))\b"
)
INVERTED = re.compile(
    r"[,”\"]\s*(?P<cue>said|says|wrote|writes|added|adds|noted|notes|argued|argues|warned|warns|explained|insisted|complained|reported|declared)\s+"
    r"(?P<who>(?=[A-Z]|the\s|an?\s|his\s|her\s|its\s)(?:(?!\s(?:who|in|at|on|after|before|as|when|during|that)\b)[^,.;:“”\"\n]|(?<=\b[A-Z])\.|(?<=Mr|Ms|Dr)\.|(?<=Mrs|Sen|Rep|Gov)\.){2,90})"
)

BORDER = re.compile(r"[;:“”\"(]|\s[–—-]\s|—")
AUXILIARIES = re.compile(
    r"(?:\s+(?:has|have|had|do|does|did|is|was|are|were|been|be|also|now|since|then|later|recently|again|still|once|first|once more|likes? to|keeps?|never|long|repeatedly|himself|herself|itself|"
    r"(?<!released )(?<!published )(?<!issued )on \w+day|this week|last week|today|yesterday|both|all|in turn|[a-z]+ly))+\s*\Z"
)
PASSIVE = re.compile(r"\b(?:was|were|is|are|be|been)\b")
JOINT = re.compile(
    r"^.*\b(?:but|while|whereas|as|when|that|because|although|though|if|after|since|so|than|until|whether|which|where|what|yet)\s+",
    re.IGNORECASE | re.DOTALL,
)
AND = re.compile(r"^(?:.*?(?P<verb>\b(?:was|were|rose|fell|grew|had|has|are|is|ran|[a-z]{3,}ed)\b).*\b|\s*)and\s+", re.DOTALL)
PERSON = re.compile(r"\s*(?:[A-Z][\w.'’-]+\s?){2,4}")
APPOSED = re.compile(
    r"\s*(?:in|at|on|of|for|after|\w+ing|an?|the|who|which|whose|its|his|her|their|now|then|formerly|once|head|chief|president|director|chair\w*|author|based|part)\b",
    re.IGNORECASE,
)
FIGURE = re.compile(r"\b(?:billion|million|trillion|percent|per cent|bn|yen|won|dollars|euros)\b|[$€£¥₩%]\s?\d|\d\s?%")
RELATIVE = re.compile(
    r"(?:\s+(?:trade\s+)?(?:deficit|surplus|gap|shortfall|imbalance|gain|rise|increase|decline|drop|fall|growth|figure|jump|dip))?(?:\s+(?:that|which))?\s+(?P<who>[^,;]{1,60})\Z"
)
FINITE = re.compile(
    r"\b(?:was|were|is|are|rose|fell|grew|ran|came|stood|hit|widened|narrowed|shrank|climbed|dropped|totall?ed|reached|exceeded|would|could|will|may|can)\b"
)
FOLLOWS = re.compile(r"(?:(?!\b(?:that|put|is|was|were|had|has|would|will)\b)[^,.;:“”\"]|(?<=\b[A-Z])\.){0,70}(?:[,.;:”\"]|\s[–—-]\s|\Z)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Somebody speaking, shown by the words at `start:end`; the name stands at `who`. Offsets are the sentence's."""

    start: int
    end: int
    who: tuple[int, int]
    cue: str
    place: Place
    fronted: bool = False
    """Whether nothing but its own clause stands before it: what opens the sentence is then its own too."""


RECORDS = re.compile(r"(?:report|record|show|announc|revis|add|found|find|cit|quot|call|count)(?:e?d|e?s|ing)?\b", re.IGNORECASE)
ACTS = re.compile(r"(?:propos|threaten)", re.IGNORECASE)
"""Verbs by which a capital acts, and only an office or a person speaks."""

EXPECTS = re.compile(
    r"(?:had )?(?:forecast|predict|expect|project|look|pencil|call|bet|brac|anticipat|fores|bargain|count\w* on|bank|reckon|wait)",
    re.IGNORECASE,
)
FRONTED_TIME = re.compile(
    r"\s*(?:(?:in|on|by|for|before|after|during|since|until|earlier|late|last|this)\s+(?:[\w.'’]+\s+){0,3}?"
    r"(?:\d{4}|\w+day(?:['’]s\s+\w+)?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:\s+\d+)?|week|month|year|quarter|spring|summer|autumn|fall|winter))\s+",
    re.IGNORECASE,
)
DETERMINER = re.compile(r"the|an?|its|their|this|that|these|those|which\b.*", re.IGNORECASE | re.DOTALL)
"""No subject by itself: of "the forecast $41 billion", "according to which …"."""

ACRONYM = re.compile(r"(?<=[a-z]) \([A-Z][A-Za-z&-]{1,7}\)(?=[\s,.])")
"""A name's short form in brackets behind it, which is no clause of its own."""

WHO = re.compile(r"(?P<who>(?:(?:the|an?|many|most|some|private)\s+)?(?:(?!\w+(?:ing|ed)\b)[\w'’-]+\s+)?[\w'’-]+),?\s+who\s*\Z")
GUESS = re.compile(
    r"\b(?:(?P<before>[Aa]nalysts|[Ee]conomists|[Ff]orecasters|[Tt]raders)['’]\s+)?(?:[Mm]edian|[Cc]onsensus|[Aa]verage|mean)?\s*\b(?P<cue>[Ff]orecasts?|estimates?|consensus|predictions?|expectations?)\b"
    r"(?:\s+(?:in|of|among|by|from)\s+(?:(?!\b(?:was|were|had)\b)[^,;]){0,50}?(?P<who>\b(?:analysts|economists|forecasters|traders)\b)?[^,;]{0,30}?)?\s+(?:(?:had\s+)?(?:been|was|were|is)|called for|stood at|(?:had )?cent(?:er|re)d on)\b"
)
"""A forecast as the subject: nobody's but theirs whom it names."""

NEW_CLAUSE = re.compile(r";|,\s+(?:and|but|while|whereas)\b")
CONTRAST = re.compile(r",\s+(?:though|although|but|while|whereas)\b")
QUOTED_AS = re.compile(r"\b(?P<cue>quot(?:ed|es|ing))\s+(?P<who>[\w.'’ -]{2,60}?)\s+as\s+saying\b")


def cues(words: str, quoted: Callable[[int], bool]) -> list[re.Match[str]]:
    """Verbs that may speak, outside quotation marks."""
    small = not words.isupper()
    return [hit for hit in CUE.finditer(words) if (hit.group().islower() or not small) and not quoted(hit.start())]


def find_voices(words: str, quoted: Callable[[int], bool], parse: Callable[[], Doc | None]) -> list[Voice]:
    """The voices of a sentence in text order; none overlaps another."""
    found: list[Voice] = []
    words = ACRONYM.sub(lambda hit: " " * len(hit.group()), words)
    for hit in PUBLISHED.finditer(words):
        if not quoted(hit.start()):
            found.append(Voice(start=hit.start(), end=hit.end(), who=hit.span("who"), cue=hit.group("cue"), place="follows"))
    for hit in PUBLISHED_BY.finditer(words):
        if not quoted(hit.start()):
            opens = not words[: hit.start()].strip(" \"“”'(")
            found.append(
                Voice(start=hit.start(), end=hit.end(), who=hit.span("who"), cue=hit.group("cue"), place="leads" if opens else "follows")
            )
    for hit in ACCORDING.finditer(words):
        if not quoted(hit.start()) and not any(voice.start == hit.start() for voice in found) and not hit.group("who").startswith("which "):
            opens = not words[: hit.start()].strip(" \"“”'(")
            found.append(
                Voice(start=hit.start(), end=hit.end(), who=hit.span("who"), cue=hit.group("cue"), place="leads" if opens else "follows")
            )
    for hit in COUNT.finditer(words):
        found.append(Voice(start=hit.start(), end=hit.end(), who=_possessor(hit), cue=hit.group("cue"), place=_side(words, hit)))
    for hit in BY_AGENT.finditer(words):
        if not quoted(hit.start()):
            found.append(Voice(start=hit.start(), end=hit.end(), who=hit.span("who"), cue=hit.group("cue"), place="close"))
    for hit in GUESS.finditer(words):
        group = "who" if hit.group("who") else "before"
        who = hit.span(group) if hit.group(group) else (hit.start(), hit.start())
        found.append(Voice(start=hit.start(), end=hit.end(), who=who, cue=hit.group("cue"), place="leads"))
    for hit in QUOTED_AS.finditer(words):
        follows = FIGURE.search(words[: hit.start()]) is not None
        found.append(
            Voice(start=hit.start(), end=hit.end(), who=hit.span("who"), cue=hit.group("cue"), place="follows" if follows else "leads")
        )
    for hit in INVERTED.finditer(words):
        if FINITE.search(hit.group("who")) or FIGURE.search(hit.group("who")) or re.search(r"\d", hit.group("who")):
            continue
        if not quoted(hit.start("cue")):
            found.append(Voice(start=hit.start("cue"), end=hit.end(), who=hit.span("who"), cue=hit.group("cue"), place="follows"))
    for cue in cues(words, quoted):
        if not any(voice.start <= cue.start() < voice.end for voice in found):
            found += _speaking(words, cue, parse)
    return _apart(sorted(found, key=lambda voice: voice.start))


def _apart(voices: Sequence[Voice]) -> list[Voice]:
    kept: list[Voice] = []
    for voice in voices:
        if not kept or voice.start >= kept[-1].end:
            kept.append(voice)
    return kept


def _possessor(hit: re.Match[str]) -> tuple[int, int]:
    start, end = hit.span("who")
    return start, end - len(re.search(r"(?:['’]s|(?<=s)['’])?\Z", hit.group("who")).group())  # type: ignore[union-attr]


def _side(words: str, hit: re.Match[str]) -> Place:
    """Where a phrase such as "by Seoul's count" stands in its clause."""
    before = re.split(r"[;:]|,\s+(?:and|but|while|whereas)\b", words[: hit.start()])[-1]
    return "leads" if not FIGURE.search(before) else "follows"


def _speaking(words: str, cue: re.Match[str], parse: Callable[[], Doc | None]) -> Iterator[Voice]:
    """The voice of one verb, where somebody is its subject."""
    verb = cue.group()
    if verb.lower() in ("put", "puts") and not PUT_AT.match(words, cue.end()):
        return
    borders = [hit.end() for hit in BORDER.finditer(words, 0, cue.start())]
    floor = borders[-1] if borders else 0
    left = words[floor : cue.start()]
    auxiliaries = AUXILIARIES.search(left.rstrip() and left)
    if auxiliaries:
        left = left[: auxiliaries.start()]
    elif re.search(r"\b(?:to|will|would|not|n['’]t|did|does|the|an?|its|of|their)\s*\Z", left):
        return
    if auxiliaries and PASSIVE.search(auxiliaries.group()) and not re.match(r"\w+ing\b|is ", verb):
        return
    negated = re.search(r"\b(?:not|never)\b", auxiliaries.group()) if auxiliaries else None
    if (PARTICIPLE.match(verb) and auxiliaries is None) or negated:
        main = _subject_by_parse(parse(), cue.start()) if not negated else None
        if main and _speaks(words[slice(*main)], cue):
            yield Voice(start=cue.start(), end=cue.end(), who=main, cue=verb, place="leads")
        return
    figures = list(FIGURE.finditer(left))
    behind = RELATIVE.fullmatch(left[figures[-1].end() :].rstrip()) if figures else None
    if (
        behind
        and not re.search(r"\b(?:and|but|while|as|when)\b", behind.group())
        and not re.match(r"\s*(?:in|to|from|of|for|with|on|at|a year)\b", behind.group())
    ):
        start = floor + figures[-1].end() + behind.start("who")
        near = _trimmed(words, start, start + len(behind.group("who")))
        if _speaks(words[slice(*near)], cue) and not FINITE.search(words[slice(*near)]):
            yield Voice(start=near[0], end=cue.end(), who=near, cue=_whole(words, auxiliaries, floor, cue), place="close")
            return
    related = WHO.search(left)
    if related:
        span: tuple[int, int] | None = _trimmed(words, floor + related.start("who"), floor + related.end("who"))
    else:
        span = _subject(words, floor, floor + len(left)) or _subject_by_parse(parse(), cue.start())
    if span is None:
        return
    before = words[: span[0]].rstrip()
    follows = before.endswith((",", "”", '"', "—")) or re.search(r",\s+as\Z", before) is not None
    if not _speaks(words[slice(*span)], cue, follows=follows):
        return
    place: Place = "follows" if follows and FOLLOWS.match(words, cue.end()) and FIGURE.search(before) else "leads"
    yield Voice(
        start=span[0],
        end=cue.end(),
        who=span,
        cue=_whole(words, auxiliaries, floor, cue),
        place=place,
        fronted=related is None and (not before or before.endswith(",")),
    )


def _whole(words: str, auxiliaries: re.Match[str] | None, floor: int, cue: re.Match[str]) -> str:
    """The cue, with "had" where it says that something was expected before."""
    had = auxiliaries is not None and re.match(r"\s*had\b", auxiliaries.group())
    return f"had {cue.group()}" if had and words[floor : cue.start()].rstrip().endswith("had") else cue.group()


def _subject(words: str, floor: int, end: int) -> tuple[int, int] | None:
    """The noun phrase that ends at `end`: back to the comma or joint before it, behind an apposition where one stands between."""
    left = words[floor:end].rstrip()
    if left.endswith(","):
        pieces = left[:-1].split(",")
        if len(pieces) < 2 and floor == 0:
            return None
        behind, base = (PERSON.fullmatch(piece) is not None for piece in (pieces[-1], pieces[-2] if len(pieces) > 1 else ""))
        if len(pieces) > 1 and (base or (APPOSED.match(pieces[-1]) and not behind)):
            end = floor + len(left) - 1 - len(pieces[-1]) - 1
            left = words[floor:end]
        else:
            end = floor + len(left) - 1
            left = words[floor:end]
    start = floor + left.rfind(",") + 1 if "," in left else floor
    chunk = words[start:end]
    for joint in (JOINT, AND):
        hit = joint.match(chunk)
        if hit:
            start += hit.end()
            chunk = words[start:end]
    time = FRONTED_TIME.match(chunk)
    if time:
        start += time.end()
        chunk = words[start:end]
    if not chunk.strip() or FINITE.search(AFTER_NAME.sub("", chunk)) or len(chunk.split()) > 14 or FIGURE.search(chunk):
        return None
    return _trimmed(words, start, end)


def _trimmed(words: str, start: int, end: int) -> tuple[int, int]:
    chunk = words[start:end]
    start += len(chunk) - len(chunk.lstrip())
    end -= len(chunk) - len(chunk.rstrip())
    return start, max(start, end)


def _speaks(who: str, cue: re.Match[str], *, follows: bool = False) -> bool:
    """Whether a subject can say, show or expect something; a bare name that reports something is a country with its figures unless it `follows` them."""
    name = AFTER_NAME.sub("", POLLED.sub("", who)).strip()
    if not name or NOBODY.search(name) or FIGURE.search(name) or DETERMINER.fullmatch(name):
        return False
    if cue.group("say") or (SOURCE.search(name) and not ACTS.match(cue.group())):
        return True
    if not name.split()[-1][:1].isupper():
        return SOURCE.search(name) is not None
    return (not ACTS.match(cue.group()) or name.isupper()) and (follows or len(name.split()) > 1 or not RECORDS.match(cue.group()))


def _subject_by_parse(doc: Doc | None, at: int) -> tuple[int, int] | None:
    """The subject that the parser gives a verb, or the verb that one hangs on."""
    if doc is None:
        return None
    token = next((t for t in doc if t.idx <= at < t.idx + len(t)), None)
    for _ in range(3):
        if token is None or token.pos_ not in ("VERB", "AUX"):
            return None
        if any(t.dep_ == "neg" for t in token.children):
            return None
        subject = next((t for t in token.children if t.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is not None:
            return None if subject.dep_ == "nsubjpass" else (subject.left_edge.idx, subject.idx + len(subject))
        token = token.head if token.dep_ in ("advcl", "conj", "xcomp") else None
    return None


def voice_at(voices: Sequence[Voice], words: str, figure: int | None) -> Voice | None:
    """The voice that a figure of the sentence belongs to; without one, the sentence's first."""
    if figure is None:
        return next((voice for voice in voices if voice.place != "close"), None)
    for voice in voices:
        if voice.place == "close" and figure < voice.start and _next_to(words[figure : voice.start]):
            return voice
    others = [voice for voice in voices if voice.place != "close"]
    after = next((voice for voice in reversed(others) if voice.start <= figure), None)
    before = next((voice for voice in others if voice.start > figure), None)
    if after is not None and after.place == "leads":
        if before is not None and before.place == "follows" and CONTRAST.search(words, after.end, figure):
            return before
        if EXPECTS.match(after.cue) and NEW_CLAUSE.search(words, after.end, figure):
            return before if before is not None and before.place == "follows" else None
        if ";" in words[after.end : figure]:
            return before if before is not None and before.place == "follows" else after
        return after
    if before is not None and before.place == "follows":
        joined = after is not None and not re.search(r"[;:]|,\s+(?:and|but|while|whereas)\b", words[after.end : figure])
        return after if joined else before
    if after is not None:
        return after
    return before if before is not None and before.fronted and not re.search(r";", words[figure : before.start]) else None


def _next_to(between: str) -> bool:
    return len(between) < 90 and "," not in re.sub(r"\d,\d", "", between) and ";" not in between and len(FIGURE.findall(between)) <= 2
