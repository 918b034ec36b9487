"""The kind of a file: its bytes first, its name second."""

import pytest

from sayso.reading.kinds import Kind, kind_of
from tests.reading import files


@pytest.mark.parametrize(
    ("data", "ending", "kind"),
    [
        (files.pdf("Words."), ".txt", "pdf"),
        (files.docx("Words."), ".pdf", "docx"),
        (files.PAGE.encode(), ".txt", "html"),
        (b"\xef\xbb\xbf  <!-- saved --><HTML><body>", "", "html"),
        (b'<?xml version="1.0"?>\n<html xmlns="x">', ".xml", "html"),
        (files.mail(), ".txt", "mail"),
        (b"Subject: a fire\n\nwords", ".eml", "mail"),
        (b"Title: A fire\nDate: 4 March 2033\nSource: Courier\n\nwords", ".txt", "text"),
        (b'{"text": "words"}', ".txt", "json"),
        (b"[1] The granary burned.", ".txt", "text"),
        (b"[]", ".json", "json"),
        (b"The granary burned.", ".pdf", "text"),
        (b"<p>The granary burned.</p>", ".htm", "html"),
        (b"a,b\n1,2", ".csv", None),
        (b"The granary burned.", "", None),
    ],
)
def test_the_kind_of_a_file(data: bytes, ending: str, kind: Kind | None) -> None:
    assert kind_of(data, ending) == kind
