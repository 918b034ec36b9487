"""Names of files made harmless; limits of size, number and time; nothing is left behind."""

from __future__ import annotations

import time
import unicodedata
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.workbench.uploads import Bounds, Inbox, TooMuchError, harmless


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("report.txt", "report.txt"), ("../../etc/passwd", "passwd"), ("C:\\temp\\a.txt", "a.txt"), ("..", "unnamed"), ("", "unnamed"), (".hidden", "hidden"),
        ("a\0b.txt", "ab.txt"), ("a\n\r\tb.txt", "ab.txt"), ("gpj\u202etxt.exe", "gpjtxt.exe"), ("con.txt", "_con.txt"), ("<img src=x>.html", "_img src=x_.html"),
        ("a*?[b].txt", "a___b_.txt"), ("Ünïcödé — 報道.pdf", "Ünïcödé — 報道.pdf"), ("a/", "unnamed"), ("x" * 500 + ".txt", "x" * 116 + ".txt"),
    ],
)  # fmt: skip
def test_a_hostile_name_is_made_harmless(name: str, kept: str) -> None:
    assert harmless(name) == kept


@given(st.text(max_size=300))
def test_no_name_leads_out_of_its_folder(name: str) -> None:
    kept = harmless(name)
    assert kept and len(kept.encode()) <= 132 and Path("/inbox", kept).parent == Path("/inbox")
    assert kept not in (".", "..") and not kept.startswith(".") and not set(kept) & set('/\\:*?<>|"[]')
    assert not any(unicodedata.category(char).startswith("C") for char in kept)
    assert harmless(kept) == kept


def test_what_came_is_there_until_it_is_read() -> None:
    inbox = Inbox(Bounds(file_bytes=10, waiting_files=2))
    first = inbox.take("../a.txt", 5, BytesIO(b"words").read)
    second = inbox.take("a.txt", 3, BytesIO(b"two").read)
    assert first.path != second.path and first.path.name == second.path.name == "a.txt"
    assert first.path.read_bytes() == b"words" and first.path.parent.parent.stat().st_mode & 0o077 == 0
    with pytest.raises(TooMuchError, match="2 files wait"):
        inbox.take("c.txt", 1, BytesIO(b"x").read)
    assert inbox.next() == first and inbox.next() == second and inbox.next() is None
    inbox.done(first)
    assert not first.path.parent.exists()
    folder = second.path.parent.parent
    inbox.close()
    assert not folder.exists()


def test_what_is_too_big_too_slow_or_broken_off_leaves_nothing() -> None:
    inbox = Inbox(Bounds(file_bytes=10, waiting_files=1, waiting_bytes=9, seconds=60))
    with pytest.raises(TooMuchError, match="11 bytes, more than the 10"):
        inbox.take("a.txt", 11, BytesIO(b"").read)
    with pytest.raises(TooMuchError, match="wait"):
        inbox.take("a.txt", 10, BytesIO(b"").read)
    with pytest.raises(ConnectionError):
        inbox.take("a.txt", 5, BytesIO(b"wor").read)

    def slow(most: int) -> bytes:
        time.sleep(0.05)
        return b"x"

    hasty = Inbox(Bounds(seconds=0.01))
    with pytest.raises(TooMuchError, match="did not come within"):
        hasty.take("a.txt", 5, slow)
    hasty.close()
    assert len(inbox) == 0 and inbox.take("a.txt", 1, BytesIO(b"x").read).size == 1
    inbox.close()
