"""Plain text for a terminal or a mail: the command line prints what `send` returns."""

from collections.abc import Sequence

from tradeclaims.records import Notice


def send(notices: Sequence[Notice]) -> str:
    """One paragraph per notice: subject, reason, address."""
    return "\n".join(_paragraph(notice) for notice in notices)


def _paragraph(notice: Notice) -> str:
    lines = [notice.subject, f"  because  {notice.reason}"]
    if notice.url:
        lines.append(f"  document {notice.url}")
    # Texts come from the web: control characters must not reach a terminal.
    return "\n".join("".join(c if c.isprintable() else " " for c in line) for line in lines) + "\n"
