"""The facade: public names, light import, whole files or none."""

import subprocess
import sys
from pathlib import Path

import pytest

import sayso
from sayso.api.pile import natural
from tests.affair import dossier


def test_every_public_name_is_there() -> None:
    assert all(getattr(sayso, name) is not None for name in sayso.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'analyze'"):
        sayso.analyze  # noqa: B018


def test_importing_loads_no_library() -> None:
    code = "import sys, sayso; sayso.analyse; print([m for m in ('numpy', 'rich', 'typer', 'msgspec', 'trafilatura', 'scipy') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_nothing_read_is_told_with_reasons(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    with pytest.raises(sayso.NothingReadError, match=r"a\.pdf: the PDF is damaged"):
        sayso.analyse(tmp_path)


def test_a_dossier_is_written_whole(tmp_path: Path) -> None:
    written = sayso.write(dossier(), tmp_path / "deep" / "out")
    assert [path.name for path in written] == ["dossier.json", "dossier.html", "dossier.md"]
    assert sorted(path.name for path in (tmp_path / "deep" / "out").iterdir()) == [
        "dossier.html",
        "dossier.json",
        "dossier.md",
    ]
    assert all(path.stat().st_size > 100 for path in written)


def test_a_place_that_is_a_file_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x")
    with pytest.raises(sayso.OutputError, match=r"cannot be written to .*choose a folder"):
        sayso.write(dossier(), tmp_path / "taken")


def test_nothing_half_written_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "dossier.json").write_text("old")
    real = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        if ".md." in path.name:
            raise OSError(28, "No space left on device")
        return real(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(sayso.OutputError, match="no space left"):
        sayso.write(dossier(), tmp_path)
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("dossier.json", "old")]


def test_files_are_ordered_as_people_count() -> None:
    assert sorted(["r10.txt", "r2.txt", "a/r1.txt", "r1b.txt", "r1.txt"], key=natural) == [
        "a/r1.txt",
        "r1.txt",
        "r1b.txt",
        "r2.txt",
        "r10.txt",
    ]


def test_no_module_of_the_facade_hides_a_function_of_it() -> None:
    code = "import sayso.api as a, sayso.api.searching; print([n for n in (*a.__all__, 'finding') if type(getattr(a, n)).__name__ == 'module'])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
