"""The same pile gives the same bytes, whatever the order of the input, the number of workers or the hash seed."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import sayso
from sayso.dossier import to_json
from tests.reading import files

PILE = Path(__file__).parents[2] / "examples" / "orlava-gospels" / "reports"

_DIGEST = (
    "import hashlib, sys, sayso; from sayso.dossier import to_json; "
    "print(hashlib.sha256(to_json(sayso.analyse(sys.argv[1:]))).hexdigest())"
)


@pytest.fixture(scope="module")
def digest() -> str:
    return hashlib.sha256(to_json(sayso.analyse([PILE]))).hexdigest()


def test_whatever_the_order(digest: str) -> None:
    files = sorted(PILE.iterdir(), reverse=True)
    assert {r.file for r in sayso.analyse(files).reports} == {f.name for f in files}
    forward = to_json(sayso.analyse(sorted(files)))
    assert forward == to_json(sayso.analyse(files))


def test_whatever_the_number_of_workers(digest: str) -> None:
    assert hashlib.sha256(to_json(sayso.analyse([PILE], workers=3))).hexdigest() == digest


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_whatever_the_hash_seed(digest: str, seed: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", _DIGEST, str(PILE)],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.strip() == digest


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """A pile with a file of every kind."""
    made: dict[str, bytes] = {
        "a.txt": files.TEXT.encode() + b"\n\nIt rained.",
        "b.html": files.PAGE.encode(),
        "c.pdf": files.pdf(*files.STORY, "The mayor said that the tower is closed."),
        "d.docx": files.docx(*files.STORY, "The mayor denied that the tower is closed."),
        "e.eml": files.mail(),
        "f.json": json.dumps(
            [{"text": files.TEXT, "outlet": name} for name in ("The Courier", "The Monitor")]
        ).encode(),
        "g.pdf": b"%PDF-1.7 broken",
    }
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


def test_whatever_the_kinds(mixed: Path) -> None:
    paths = sorted(mixed.iterdir())
    found = sayso.analyse(paths)
    assert len(found.reports) == 7 and [entry.file for entry in found.unread] == ["g.pdf"]
    assert to_json(found) == to_json(sayso.analyse(paths[::-1], workers=2))


def test_one_wire_text_of_two_outlets_is_two_reports_and_an_edge(tmp_path: Path) -> None:
    for name in ("Courier", "Monitor"):
        (tmp_path / f"{name}.txt").write_text(f"Outlet: The {name}\n\n{files.TEXT}", "utf-8")
    found = sayso.analyse([tmp_path])
    assert len(found.reports) == 2 and not found.unread
    assert found.derivations or found.absent
