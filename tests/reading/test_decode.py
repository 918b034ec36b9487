"""Bytes to text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UnreadableError
from sayso.reading.decode import decode

TEXT = "“The granary burned,” Zoë Brélt said – twice.\r\n" * 5


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_text_in_any_usual_encoding_is_read(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_utf_8_with_a_damaged_byte_keeps_the_rest() -> None:
    data = (TEXT * 3).encode()
    assert decode(data[:100] + b"\xff" + data[100:]).count("Zoë") >= 14


def test_utf_8_and_windows_in_one_file_are_both_read() -> None:
    assert decode(TEXT.encode() + TEXT.encode("cp1252")) == TEXT + TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_read(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT
    assert decode("It burned.".encode(encoding)) == "It burned."


def test_the_encoding_that_a_page_states_is_believed() -> None:
    page = '<html><head><meta charset="windows-1250"></head><p>Dvořák said it burned.</p>'
    assert decode(page.encode("cp1250")) == page


@pytest.mark.parametrize("stated", ["undefined", "idna", "hex", "nothing"])
def test_an_encoding_that_does_not_fit_is_passed_over(stated: str) -> None:
    page = f'<meta charset="{stated}"><p>Zoë said it burned.</p>'
    assert decode(page.encode("cp1252")) == page


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"  \n\t", "no words"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "ZIP"),
        (b"abc\x00\x01\x02def", "binary"),
        (bytes(range(1, 32)) * 9, "binary"),
        (b"\xff\xfea", "breaks off"),
    ],
)
def test_what_is_no_text_is_told(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableError, match=words):
        decode(data)


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_reason(data: bytes) -> None:
    try:
        assert decode(data)
    except UnreadableError as error:
        assert str(error)
