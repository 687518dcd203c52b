"""The English model: loaded once, with only what reading attributions needs."""

import gc
from functools import cache

import spacy
from spacy.language import Language

from tradeclaims.settings import from_environment

UNUSED = ("ner", "lemmatizer")
"""Parts of the model we do without: names come from gazetteers."""


def load_language(model: str | None = None) -> Language:
    """The named model, or the one the settings name. Raises OSError where it is not installed."""
    return _load(model or from_environment().model)


@cache
def _load(model: str) -> Language:
    language = spacy.load(model, exclude=list(UNUSED))
    # The model and all lists stay for the life of the process: the collector need not walk through them while texts are read.
    gc.collect()
    gc.freeze()
    return language
