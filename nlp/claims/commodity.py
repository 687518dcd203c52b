"""Products that no list names, by their place in the sentence: "lobster exports", "exports of asparagus to …"."""

import re

from nlp.claims.sentence import Sentence

_PLAIN = (
    r"the|an?|its|our|their|his|her|your|that|this|these|those|all|any|some|no|both|each|every|such|other|more|less|most|much|many|few|several|same|own|whole|"
    r"and|or|but|nor|of|in|to|from|with|by|for|on|at|as|than|then|so|if|when|while|where|which|who|whose|what|because|though|although|after|before|since|until|"
    r"over|under|about|into|between|among|against|through|during|without|per|via|versus|is|are|was|were|be|been|being|has|have|had|do|does|did|will|would|could|"
    r"can|may|might|must|should|shall|it|they|we|he|she|you|not|also|only|just|even|still|now|here|there|once|again|alone|likewise|meanwhile|"
    r"goods|services|service|merchandise|trade|total|overall|annual|yearly|monthly|quarterly|weekly|daily|bilateral|two-way|global|world|worldwide|international|"
    r"foreign|domestic|general|national|local|regional|net|gross|combined|nominal|real|seasonally|adjusted|persistent|record|huge|massive|large|larger|largest|big|bigger|"
    r"biggest|small|smaller|smallest|high|higher|highest|low|lower|lowest|new|old|current|recent|latest|previous|past|last|next|first|second|third|fourth|top|leading|"
    r"main|major|key|strong|stronger|weak|weaker|robust|sluggish|slow|slower|fast|faster|slight|modest|sharp|cheap|cheaper|expensive|year|month|quarter|week|"
    r"year-on-year|month-on-month|average|actual|direct|duty-free|dutiable|taxed|targeted|unfair|subsidized|dumped|illegal|"
    r"cut|cuts|boost|boosted|lift|lifted|raise|raised|push|pushed|keep|kept|see|saw|seen|make|made|let|put|set|hit|send|sent|sell|sold|buy|bought|help|hurt|spur|curb|"
    r"reduce|reduced|increase|increased|double|doubled|said|says|say|told|show|showed|shows|report|reported|total-trade|million|billion|trillion|percent|dollars?|euros?|"
    r"dollar|worth|value|volume|share|growth|rise|fall|drop|decline|gain|surge|non|versus|pre-tariff|ordinary|related|way|country|countries|nation|nations|government|"
    r"its|lower-cost|low-cost|low-priced|incoming|outgoing|onshore|offshore|inbound|outbound|commercial|private|public|state|federal|imported|exported|american|"
    r"rising|falling|growing|shrinking|soaring|surging|declining|slumping|booming|weakening|strengthening|widening|narrowing|resulting|remaining|ongoing|corresponding|"
    r"compares|matches|follows|contrasts|equals|exceeds|tops|beats|reflects|includes|covers|means|stands|totals|comes|runs|amounts|marks|"
    r"counts?|shows?|forecasts?|estimates?|expects?|predicts?|projects?|poll|consensus|came|come|fell|rose|grew|went|gone|stood|ran|sank|slid|shrank|leapt|swung|sprang|held|lost|won|took|began|got|gave|"
    r"products?|items?|commodity|commodities|crop|sectors?|industry|industries|category|categories|segments?|kinds?|types?|"
    r"including|excluding|boosting|lifting|cutting|reducing|raising|increasing|pushing|using|having|being|following|according"
)
WORD = re.compile(r"[a-z][a-z]*(?:-[a-z]+)*\Z")
FUNCTION = re.compile(rf"(?:{_PLAIN})\Z")
OF_WHAT = re.compile(r"\s+of\s+(?:the\s+|its\s+|their\s+|our\s+|all\s+|such\s+)?")
NOUNS = frozenset(["processed", "refined", "frozen", "clothing", "engineering", "mining", "printing", "packaging", "seed"])
NOT_OPENING = re.compile(
    r"(?:ive|ous|ible|able|ary|ional|ual|ical|est|ier|ese|ish|ian|can|nese)\Z|\A(?:foreign|accumulated|aggregate|net|gross|real|nominal|outbound|further|double|record)\Z"
)
"""Adjectives that open a sentence in front of a flow."""

MOST = 3


def named_before(sentence: Sentence, floor: int, end: int) -> tuple[int, str] | None:
    """The run of unknown nouns that ends at `end` ("lobster" before "exports") with its start; None where there is none."""
    at = end
    words: list[str] = []
    while len(words) < MOST:
        before = sentence.text[floor:at].rstrip(" ")
        word = re.search(r"[^\s]+\Z", before)
        if word is None:
            break
        opens = not sentence.text[: floor + word.start()].strip(" \"“”'’(-–—•*")
        spelled = word.group().lower() if opens and word.group().istitle() else word.group()
        if not is_noun(spelled) or (opens and NOT_OPENING.search(spelled)):
            break
        at = floor + word.start()
        if any(start < at + len(word.group()) and at < stop for start, stop in sentence.extents()):
            at += len(word.group()) + 1
            break
        words.insert(0, word.group())
    if not words:
        return None
    return sentence.text.index(words[0], at), " ".join(words).lower()


def named_after(sentence: Sentence, head_end: int) -> str | None:
    """The unknown nouns of "exports of asparagus to …"."""
    of = OF_WHAT.match(sentence.text, head_end)
    if of is None:
        return None
    at = of.end()
    party = next((m for m in sentence.parties if m.start == at), None)
    if party is not None:
        at = party.end + 1
    words: list[str] = []
    for word in re.finditer(r"\s*([^\s,.;:()]+)", sentence.text[at : at + 60]):
        if len(words) == MOST or not is_noun(word.group(1)):
            break
        words.append(word.group(1))
    return " ".join(words) or None


def named_after_bill(sentence: Sentence, at: int) -> str | None:
    """The noun right behind "the bill for imported"."""
    word = re.match(r"\s+([a-z-]+)", sentence.text[at:])
    return word.group(1) if word and is_noun(word.group(1)) else None


def is_noun(word: str) -> bool:
    """Whether a word in small letters is no function word, verb form or common adjective."""
    verbal = word.endswith(("ed", "ing")) and word not in NOUNS
    return not verbal and WORD.match(word) is not None and FUNCTION.match(word) is None and not word.endswith("ly") and len(word) > 2
