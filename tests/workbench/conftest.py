"""A case at the workbench, and a browser; a workbench in front of a desk of cardboard."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import sayso
from sayso import api
from sayso.workbench import Bounds, Workbench
from tests.api.test_cases import REPORTS
from tests.dossier.conftest import browser
from tests.workbench.cardboard import CardboardDesk

__all__ = ["browser"]  # the fixture of the tests of pages


@pytest.fixture
def desk() -> CardboardDesk:
    return CardboardDesk()


@pytest.fixture
def bench(desk: CardboardDesk) -> Iterator[Workbench]:
    """A workbench that is being served, in front of cardboard; files of at most 1,000 bytes."""
    with served(Workbench(desk, bounds=Bounds(file_bytes=1000, waiting_files=3, seconds=5))) as made:
        yield made


class served:  # noqa: N801
    """Serves a workbench in a thread for the time of a block."""

    def __init__(self, made: Workbench) -> None:
        self.made = made
        self._thread = threading.Thread(target=made.serve, daemon=True)

    def __enter__(self) -> Workbench:
        self._thread.start()
        return self.made

    def __exit__(self, *_: object) -> None:
        self.made.stop()
        self._thread.join(5)
        self.made.close()


@pytest.fixture(scope="session")
def analysed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with three reports, all of it worked out."""
    folder = tmp_path_factory.mktemp("quay")
    for name, text in REPORTS.items():
        (folder / name).write_text(text)
    case = sayso.new_case(folder / "quay.sayso")
    sayso.add(case, [folder / name for name in REPORTS])
    return folder / "quay.sayso"


@pytest.fixture
def open_case(analysed: Path, tmp_path: Path) -> Iterator[Callable[[], Workbench]]:
    """Opens a copy of that case."""
    path = tmp_path / "quay.sayso"
    shutil.copy(analysed, path)
    held: list[served] = []

    def run() -> Workbench:
        held.append(served(api.open_workbench(sayso.open_case(path), who="Ana")))
        return held[-1].__enter__()

    yield run
    for each in held:
        each.__exit__()
