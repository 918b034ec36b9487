"""Text of others made safe to look at: what could turn or hide the letters around it is shown as a mark."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# Bidirectional controls, zero-width spaces, other controls (tab and line feed stay), lone surrogates. Joiners stay: emoji and several scripts need them.
_HIDDEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """Return `text` with every character that a reader cannot see, and that could mislead, as ⟦U+202E⟧; carriage returns go."""
    if text.isprintable():  # nearly always, and much faster than to search
        return text
    return _HIDDEN.sub(lambda m: f"⟦U+{ord(m[0]):04X}⟧", text.replace("\r\n", "\n").replace("\r", "\n"))


def shortened(text: str, limit: int) -> str:
    """Return `text` in one line of at most `limit` characters, cut at a word with an ellipsis."""
    line = " ".join(visible(text).split())
    if len(line) <= limit:
        return line
    head = line[: limit - 1]
    at_word = head.rsplit(" ", 1)[0]
    return (at_word if len(at_word) > limit // 2 else head).rstrip(" ,;:-") + "…"


def web_address(url: str | None) -> str:
    """Return `url` when it is a plain http or https address, else an empty string."""
    if not url or url != visible(url) or any(c.isspace() for c in url):
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme.lower() in ("http", "https") and parts.netloc else ""
