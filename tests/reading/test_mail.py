"""Mails: text or page, sender, date, attachments."""

from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import UnreadableError
from sayso.reading.mail import read_mail
from sayso.reading.plain import Draft
from tests.reading import files


def only(data: bytes) -> Draft:
    (part,) = read_mail(data)
    assert part.draft is not None
    return part.draft


def test_a_mail_is_a_report() -> None:
    draft = only(files.mail(Subject="Fwd: RE: Granary burns in Quillmark"))
    assert (draft.value("title"), draft.value("byline"), draft.published) == (
        "Granary burns in Quillmark",
        "Ana Brelt",
        "2033-03-04T10:20:00+01:00",
    )
    assert draft.text.strip() == files.TEXT


@pytest.mark.parametrize(
    ("sender", "byline", "outlet"),
    [
        ("Ana Brelt <a@b.example>", "Ana Brelt", None),
        ("The Quillmark Courier <news@b.example>", None, "The Quillmark Courier"),
        ('"Ana Brelt, The Courier" <a@b.example>', "Ana Brelt", "The Courier"),
        ("Ana Brelt via Valley News <a@b.example>", "Ana Brelt", "Valley News"),
        ("a@b.example", None, None),
        ("admin <a@b.example>", None, None),
    ],
)
def test_who_sent_it(sender: str, byline: str | None, outlet: str | None) -> None:
    draft = only(files.mail(sender=sender))
    assert (draft.value("byline"), draft.value("outlet")) == (byline, outlet)


@pytest.mark.parametrize(
    ("date", "published"),
    [
        ("Fri, 04 Mar 2033 10:20:00 +0000", "2033-03-04T10:20:00Z"),
        ("Fri, 04 Mar 2033 10:20:00 -0000", "2033-03-04T10:20:00Z"),
        ("4 March 2033", "2033-03-04"),
        ("yesterday", None),
        ("Fri, 99 Mar 2033 10:20:00 +0000", None),
    ],
)
def test_when_it_was_sent(date: str, published: str | None) -> None:
    data = files.mail().replace(b"Date: Fri, 04 Mar 2033 10:20:00 +0100", f"Date: {date}".encode())
    assert only(data).published == published


def test_a_header_block_in_the_text_goes_before_the_fields_of_the_mail() -> None:
    draft = only(files.mail(f"Title: Another title\nPublished: 1 March 2033\n\n{files.TEXT}"))
    assert (draft.value("title"), draft.published) == ("Another title", "2033-03-01")


def test_the_page_is_read_when_the_text_part_is_a_notice() -> None:
    draft = only(files.mail("Your program shows no pages.", files.PAGE))
    assert draft.text.startswith("The state granary")
    assert only(files.mail(None, files.PAGE)).value("title") == "Granary burns in Quillmark"


def test_the_text_part_is_read_when_it_holds_the_same() -> None:
    assert only(files.mail(files.TEXT, files.PAGE)).text.count("\n\n") >= 2


def test_lines_that_the_sender_wrapped_are_joined() -> None:
    data = b"From: a\nSubject: A fire\nContent-Type: text/plain; format=flowed\n\nThe state granary \nburned down.\n-- \nAna"
    assert only(data).text == "The state granary burned down.\n-- \nAna"


def test_attachments_of_a_kind_that_is_read_are_listed() -> None:
    message = EmailMessage()
    message["Subject"] = "Granary burns"
    message.set_content(files.TEXT)
    for name in ("story.pdf", "logo.png", "story.docx"):
        message.add_attachment(b"x", maintype="application", subtype="octet-stream", filename=name)
    first, *others = read_mail(message.as_bytes())
    assert first.draft is not None
    assert [part.mark for part in others] == ["#story.docx", "#story.pdf"]
    assert all("attachment" in part.why for part in others)


@pytest.mark.parametrize("data", [b"From: a\nSubject: b c\n\n", b"From: a\nSubject: b\nContent-Type: image/png\n\nxx"])
def test_a_mail_without_text_is_told(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="no text in this mail"):
        read_mail(data)


@pytest.mark.parametrize("charset", ["", "x", "undefined", "idna", "hex", "\0utf-8", "utf-16"])
def test_a_charset_that_does_not_fit_is_passed_over(charset: str) -> None:
    head = f'From: a\nSubject: b c\nContent-Type: text/plain; charset="{charset}"\n\n'.encode()
    assert "granary" in only(head + files.TEXT.encode()).text


@settings(max_examples=80, deadline=None)
@given(
    st.binary(max_size=60),
    st.binary(max_size=60),
    st.binary(max_size=120),
    st.sampled_from(["text/plain", "text/html", "multipart/mixed; boundary=b", "message/rfc822"]),
)
def test_any_mail_is_read_or_refused(sender: bytes, date: bytes, body: bytes, kind: str) -> None:
    head = b"From: " + sender + b"\nDate: " + date + b"\nContent-Type: " + kind.encode()
    try:
        found = read_mail(head + b"; charset=x\n\n--b\n\n" + body)
    except UnreadableError:
        return
    assert found[0].draft is not None and found[0].draft.body is not None
