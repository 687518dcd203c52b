"""An Atom feed. What a reader sees is rendered from the whole outbox (alerts/atom.py); taking a notice means it belongs to the feed."""

from collections.abc import Sequence

from alerts.atom import render_feed
from tradeclaims.records import Notice


def send(notices: Sequence[Notice]) -> str:
    """The feed of these notices."""
    return render_feed(notices).decode()
