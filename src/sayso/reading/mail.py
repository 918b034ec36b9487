"""Read a mail: its text part, or its page, and what its header fields say."""

from __future__ import annotations

import email
import email.policy
import re
from datetime import UTC
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from typing import Any

from sayso.errors import UnreadableError
from sayso.reading.dates import edtf
from sayso.reading.decode import decode
from sayso.reading.given import outlet_named, plain_person
from sayso.reading.kinds import ENDINGS
from sayso.reading.page import read_page
from sayso.reading.part import Part
from sayso.reading.plain import Draft, read_given

_PREFIX = re.compile(r"\s*(?:(?:re|fwd?|aw|wg|tr)\s*(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)
_BOTH = re.compile(r"(?P<who>.+?)\s*(?:,| via | at |\(| \| | - )\s*(?P<where>[^)]+?)\)?$")
_MOST_PARTS = 1_000
_SHORT = 200


def read_mail(data: bytes) -> list[Part]:
    """Read the mail in `data` as one report; attachments that are reports of their own are listed, not read.

    Raises UnreadableError when there is no text in it.
    """
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    plain, page, attached = _contents(message)
    fields = _fields(message)
    published = _published(message)
    draft = _draft(plain, page, fields, published)
    listed = [
        Part(None, "is an attachment of this mail, which is not read with it; save it as a file of its own", f"#{name}")
        for name in attached
    ]
    return [Part(draft), *listed]


def _draft(plain: str, page: str, fields: dict[str, str], published: str | None) -> Draft:
    """Take the text part, unless the page holds much more: then the text part is a notice that the mail has a page."""
    if page:
        try:
            draft = read_page(page)
        except UnreadableError:
            if not plain.strip():
                raise
        else:
            if len(draft.text) > _SHORT + 2 * len(plain.strip()) or not plain.strip():
                draft.given = {**draft.given, **fields}
                draft.published = published or draft.published
                return draft
    if not any(char.isalpha() for char in plain):
        raise UnreadableError("there is no text in this mail; save what is attached to it as files of their own")
    return read_given(plain, fields, published)


def _contents(message: EmailMessage) -> tuple[str, str, list[str]]:
    """Return the first text part, the first page and the names of attachments of a kind that is read."""
    plain = page = ""
    attached: list[str] = []
    for number, part in enumerate(message.walk()):
        if number > _MOST_PARTS:
            raise UnreadableError(f"the mail has more than {_MOST_PARTS:,} parts; save its text as .txt")
        name = _attempt(part.get_filename) or ""
        kind = part.get_content_type()
        if name or part.get_content_disposition() == "attachment":
            if name.lower().endswith(ENDINGS) or kind == "message/rfc822":
                attached.append(" ".join(name.split()) or "mail")
        elif kind == "text/plain" and not plain:
            plain = _words(part)
        elif kind == "text/html" and not page:
            page = _words(part)
    return plain, page, sorted(set(attached))


def _words(part: Any) -> str:
    data = _attempt(lambda: part.get_payload(decode=True))
    if not isinstance(data, bytes) or not data.strip():
        return ""
    charset = str(_attempt(part.get_content_charset) or "")
    try:
        text = data.decode(charset or "utf-8")
    except (LookupError, ValueError):
        try:
            text = decode(data)
        except UnreadableError:
            return ""
    text = text.replace("\r\n", "\n").replace("\x00", "")
    return _unflowed(text) if _attempt(lambda: part.get_param("format")) == "flowed" else text


def _unflowed(text: str) -> str:
    """Join the lines that the sender's program wrapped (RFC 3676: those that end in a space)."""
    return re.sub(r"(?<=[^\s>])(?<!\n--) \n(?!>|-- ?\n)(?=\S)", " ", text)


def _fields(message: EmailMessage) -> dict[str, str]:
    fields: dict[str, str] = {}
    subject = _PREFIX.sub("", _header(message, "Subject"), count=1).strip()
    if len(subject.split()) > 1:
        fields["title"] = subject
    sender = _sender(_header(message, "From"))
    if sender:
        both = _BOTH.fullmatch(sender)
        who, where = (both["who"], both["where"]) if both else (sender, "")
        if both and plain_person(who) and outlet_named(where):
            fields.update(byline=who, outlet=where)
        elif outlet_named(sender):
            fields["outlet"] = sender
        elif (person := plain_person(sender)) is not None:
            fields["byline"] = person
    return fields


def _sender(value: str) -> str:
    """Return the name in a sender field, '' when it holds an address alone; commas in names are often left unquoted."""
    name, address, _ = value.partition("<")
    name = name if address else ""
    return " ".join(name.replace('"', "").strip("' ").split()) if "@" not in name else ""


def _published(message: EmailMessage) -> str | None:
    words = _header(message, "Date")
    when = _attempt(lambda: parsedate_to_datetime(words)) if words else None
    if when is None:
        return edtf(words) if words else None
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)  # '-0000' is a time in UTC (RFC 5322)
    return edtf(when.isoformat(timespec="seconds").replace("+00:00", "Z"))


def _header(message: EmailMessage, name: str) -> str:
    value = _attempt(lambda: message.get(name))
    words = " ".join(str(value if value is not None else "").split())
    return "".join(char for char in words if char.isprintable()).encode("utf-8", "replace").decode()


def _attempt(ask: Any) -> Any:
    """Return what the library answers, or None: on broken mails it raises nearly anything."""
    try:
        return ask()
    except Exception:
        return None
