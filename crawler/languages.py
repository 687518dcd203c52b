"""Which language a text is in, by its script and its commonest words. Enough to keep foreign pages from an English reader."""

import re

_SCRIPTS = (
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
)
_COMMON = {
    "en": {"the", "of", "and", "to", "in", "that", "for", "is", "on", "with", "by", "its", "was", "said"},
    "es": {"el", "la", "los", "las", "de", "que", "en", "y", "del", "por", "con", "una", "para", "su"},
    "fr": {"le", "la", "les", "des", "et", "du", "une", "dans", "que", "pour", "sur", "est", "au", "qui"},
    "de": {"der", "die", "das", "und", "den", "von", "mit", "ist", "im", "für", "auf", "ein", "eine", "nicht"},
    "pt": {"o", "os", "da", "do", "dos", "das", "que", "em", "um", "uma", "para", "com", "não", "ao"},
}


def language_of(text: str, declared: str | None = None) -> str:
    """ISO 639-1 code: a script or clear majority of words wins over the declaration, which wins over English."""
    sample = text[:4000]
    letters = max(1, sum(char.isalpha() for char in sample))
    for code, script in _SCRIPTS:
        if len(script.findall(sample)) > 0.2 * letters:
            return code
    words = re.findall(r"[^\W\d_]+", sample.lower())
    counts = {code: sum(word in common for word in words) for code, common in _COMMON.items()}
    best = max(counts, key=lambda code: counts[code])
    if len(words) >= 40 and counts[best] > 0.1 * len(words):
        return best
    return declared or "en"
