"""A flow told as a multiple of itself at another time: "were three times what they had been in 2014", "at twice the 2009 level".

A ratio of two flows ("3.9 times as much as it sold") is none: what follows must be another time of the same flow.
"""

import re

_WAS = r"(?:was|were|had\s+been|stood\s+at|totall?ed|used\s+to\s+be|did|was\s+worth|were\s+worth|reached|came\s+to)"
_LEVEL = r"(?:levels?|figures?|totals?|values?|amounts?|volumes?|sums?|marks?|tall(?:y|ies)|readings?|size|counts?|numbers?)"
_TIME = (
    r"(?:(?:19|20)\d\d|(?:the\s+)?(?:same\s+|previous\s+|prior\s+|preceding\s+|corresponding\s+)*(?:year|month|quarter|half|decade|period)(?:-\w+)?|year-(?:earlier|ago)|month-earlier|quarter-earlier|"
    r"last\s+year|(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s+(?:19|20)\d\d)?|pre-\w+|previous|prior|earlier|"
    r"(?:first|second|third|fourth)[\s-](?:quarter|half)(?:\s+(?:19|20)\d\d)?|(?:a|one|two|three|four|five|ten|\w+)\s+(?:years?|decades?|months?|quarters?)\s+(?:earlier|before|ago|previously))"
)
_AS = r"(?:as\s+(?:much|many|large|big|high|great|valuable|wide|deep)\s+as\s+)"
_OWN = r"(?:the|its|their|our|that|those)"

SAME_FLOW = re.compile(
    rf"\s+(?:{_AS}?(?:what\s+(?:it|they|those|that|(?:the|its|their)\s+\w+)\s+(?:once\s+)?{_WAS}|(?:it|they)\s+{_WAS})\b"
    rf"|{_AS}?(?:{_OWN}\s+)?{_TIME}(?:['’]s?)?\s+{_LEVEL}\b"
    rf"|{_AS}?{_OWN}\s+(?:{_LEVEL}|ones?)\s+(?:of|in|from|during|for|seen\s+in|recorded\s+in|it\s+{_WAS}|they\s+{_WAS})\s+(?:(?:back\s+)?in\s+|during\s+)?(?:the\s+)?(?={_TIME})"
    rf"|{_AS}(?:in\s+|during\s+|at\s+the\s+(?:start|end|beginning)\s+of\s+|for\s+|back\s+in\s+)?(?:the\s+)?(?={_TIME}(?!\s+{_LEVEL}))"
    rf"|(?:that|those)\s+(?:of|in|from|during)\s+(?:the\s+)?(?={_TIME})"
    rf"|(?:higher|larger|bigger|greater|more)\s+than\s+(?:in\s+|during\s+)?(?:the\s+)?(?:{_TIME}|(?:it|they)\s+{_WAS})\b)",
    re.IGNORECASE,
)
"""Behind a multiple: the same flow at another time."""

BASE_LEFT = re.compile(
    rf"\b(?:double|triple|treble|quadruple|twice|thrice|half|times|fold)\s+(?:{_AS}|{_OWN}\s+|what\s+(?:it|they|those|that)\s+(?:once\s+)?{_WAS}\s*|(?:it|they)\s+{_WAS}\s*|{_LEVEL}\s+|(?:higher|larger|bigger|greater)\s+than\s+|"
    r"(?:of|in|from|during|for|seen|recorded|back|at|the|start|end|beginning|same)\s+)*$",
    re.IGNORECASE,
)
"""Before the time that a multiple is counted from."""
