"""Pages that answer 200 and are not the page: error pages and walls against robots."""

import re

from tradeclaims.errors import Unreadable

_TITLES = re.compile(
    r"^\W*((http\s*)?(error\s*)?(40[0-9]|50[0-9])\b.*|(file|page|document|content|record) (was )?not found.*|not found|access (to this page has been )?denied.*|"
    r"just a moment.*|attention required!?.*|request (access|rejected|blocked).*|pardon our interruption.*|are you a (human|robot).*|"
    r"(robot|bot|human|security) (check|verification|challenge).*|checking your browser.*|.*\bcaptcha\b.*|missing key|forbidden|"
    r"(site|page|service) (temporarily )?unavailable.*|(the )?page you requested .*)$",
    re.I | re.S,
)
_PHRASES = re.compile(
    r"file not found|page (you (requested|are looking for)|was|could)[^.]{0,40}(not|n.t) (be )?found|verify (that )?you are (a )?human|"
    r"enable (javascript and )?cookies to continue|unusual (traffic|activity) from|automated (access|queries|requests)|"
    r"access (to this (page|site|resource) (is|has been) )?(denied|blocked)|complete the (captcha|challenge)|aggressive(ly)? scrap|programmatic access|"
    r"you (don.t|do not) have permission to access|a valid key must be included",
    re.I,
)
SHORT = 900
"""A page with more text than this is not judged by a phrase alone: an article may speak of such things."""


def refuse_lies(title: str, text: str) -> None:
    """Raises Unreadable for an error page or a wall against robots."""
    if _TITLES.match(title.strip()) and len(text) < 3 * SHORT:
        raise Unreadable(f"expected a document, found an error page or bot wall titled {title.strip()[:60]!r}")
    if len(text) < SHORT and (found := _PHRASES.search(text)):
        raise Unreadable(f"expected a document, found an error page or bot wall saying {found.group()[:60]!r}")
