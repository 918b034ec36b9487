"""The same pile gives the same bytes, whatever the order of the input, the number of workers or the hash seed."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

import sayso
from sayso.dossier import to_json

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
