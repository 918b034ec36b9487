"""What a file says about itself beside its text: taken only where it is plainly meant as a title, a person or an outlet."""

from __future__ import annotations

import re

from sayso.resources import words

_FILE_NAME = re.compile(
    r".*\.(?:docx?|pdf|indd|qxd|qxp|rtf|odt|txt|html?|pages|tmp|ps|eps|pptx?|xlsx?)$", re.IGNORECASE
)
_NO_TITLE = re.compile(
    r"(?:untitled|document|dokument|no ?title|title|microsoft (?:word|office)|new (?:document|microsoft)|scan|print|page|layout|slide|about:blank|https?:|www\.|fax)\b.*",
    re.IGNORECASE,
)
_PERSON = re.compile(r"[^\W\d_][\w’'.-]*(?:\s+[^\W\d_][\w’'.-]*){1,4}")
_NO_PERSON = re.compile(
    r"\b(?:user|users|admin|administrator|owner|windows|microsoft|office|word|python-docx|acrobat|adobe|unknown|author|test|guest|default|pdf|home|computer|laptop|desktop)\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:agency|news|newsroom|newsdesk|newsletter|press|wire|service|times|post|media|tv|radio|journal|tribune|gazette|courier|herald|chronicle|observer|monitor|"
    r"daily|weekly|desk|editor|editors|team|alerts?|ministry|department|office|police|noreply|no-reply|list|digest|briefing)\b",
    re.IGNORECASE,
)  # fmt: skip


def plain_title(value: str | None) -> str | None:
    """Return a stated title, or None when it is a file name, a program's default or too short to be one."""
    title = " ".join((value or "").split())
    if len(title.split()) < 2 or len(title) > 300 or _FILE_NAME.fullmatch(title) or _NO_TITLE.match(title):
        return None
    return title if sum(char.isalpha() for char in title) >= 0.5 * len(title) and title.isprintable() else None


def plain_person(value: str | None) -> str | None:
    """Return a stated author when it is worded as the name of a person: two to five words with capitals."""
    name = " ".join((value or "").split())
    if len(name) > 80 or not _PERSON.fullmatch(name) or _NO_PERSON.search(name) or _BODY.search(name):
        return None
    parts = name.split()
    return name if parts[0][0].isupper() and parts[-1][0].isupper() else None


def outlet_named(value: str) -> bool:
    """Tell whether a sender's name is that of a paper, an agency or another body and not of a person."""
    return value in words("reading-agencies") or bool(_BODY.search(value)) or value.startswith("The ")
