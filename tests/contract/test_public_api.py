"""The public names of `sayso` and their signatures: a change here is a change for every program that uses them."""

from __future__ import annotations

import inspect
import subprocess
import sys
from dataclasses import fields, is_dataclass

import sayso

SIGNATURES = {
    "actors": "(paths: 'Paths', *, workers: 'int | None' = None, progress: 'Progress | None' = None, limits: 'Limits | None' = None) -> 'Actors'",
    "analyse": "(paths: 'Paths', *, workers: 'int | None' = None, progress: 'Progress | None' = None, limits: 'Limits | None' = None) -> 'Dossier'",
    "compare": "(a: 'OnePath', b: 'OnePath', *, pile: 'Paths | None' = None, workers: 'int | None' = None, progress: 'Progress | None' = None, limits: 'Limits | None' = None) -> 'Collation'",
    "listing": "(pile: 'model.Dossier | Paths', kind: 'ListingKind' = 'claims', *, reports: 'str | Iterable[str]' = (), actors: 'str | Iterable[str]' = (), conflicting: 'bool' = False, most: 'int | None' = None, workers: 'int | None' = None, progress: 'Progress | None' = None, limits: 'Limits | None' = None) -> 'Listing'",
    "sources": "(paths: 'Paths', *, workers: 'int | None' = None, progress: 'Progress | None' = None, limits: 'Limits | None' = None) -> 'Sources'",
    "stemma": "(pile: 'model.Dossier | Paths', *, workers: 'int | None' = None, progress: 'Progress | None' = None, limits: 'Limits | None' = None) -> 'Stemma'",
    "to_dataframe": "(dossier: 'model.Dossier', kind: 'TableKind' = 'claims', backend: 'Backend | None' = None) -> 'Any'",
    "without": "(pile: 'model.Dossier | Paths', names: 'str | Iterable[str]', *, workers: 'int | None' = None, progress: 'Progress | None' = None, limits: 'Limits | None' = None) -> 'Standing'",
    "write": "(dossier: 'model.Dossier | Standing', directory: 'str | os.PathLike[str]') -> 'tuple[Path, ...]'",
}
FIELDS = {
    "Actors": ("voices", "unread"),
    "Collation": ("left", "right", "edges", "passages", "order", "drift", "additions", "dossier"),
    "Dossier": (
        "version", "reports", "attributions", "claims", "propositions", "derivations", "absent", "cycles", "drift", "conflicts", "updates",
        "actors", "timeline", "unread", "schema",
    ),
    "Limits": (
        "file_bytes", "unpacked_bytes", "characters", "markup", "pages", "files", "reports", "seconds", "memory",
    ),
    "Listing": ("kind", "propositions", "claims", "conflicts", "updates", "timeline", "dossier"),
    "Sources": ("tables", "unread"),
    "Standing": ("left_out", "whole", "remaining", "fallen", "shrunk", "dissolved", "families"),
    "Sourcing": ("report", "rows", "attributions"),
    "Stemma": ("derivations", "absent", "cycles", "reports", "unread"),
}  # fmt: skip
ERRORS = {
    "SaysoError": "Exception",
    "InputError": "SaysoError",
    "MissingLibraryError": "SaysoError",
    "NameNotClearError": "InputError",
    "NotTwoReportsError": "InputError",
    "NothingReadError": "InputError",
    "OutputError": "SaysoError",
    "PipelineError": "SaysoError",
    "ResourceError": "SaysoError",
    "UnreadableError": "InputError",
}


def test_the_public_names() -> None:
    assert sorted(sayso.__all__) == sorted([*SIGNATURES, *FIELDS, *ERRORS, "Progress", "__version__"])
    assert dir(sayso) == sorted(sayso.__all__)


def test_the_signatures_of_the_functions() -> None:
    assert {name: str(inspect.signature(getattr(sayso, name))) for name in SIGNATURES} == SIGNATURES


def test_the_fields_of_the_data() -> None:
    assert {name: tuple(field.name for field in fields(getattr(sayso, name))) for name in FIELDS} == FIELDS
    assert all(is_dataclass(getattr(sayso, name)) for name in FIELDS)


def test_the_methods_of_a_dossier() -> None:
    own = {name for name in vars(sayso.Dossier) if not name.startswith("__")}
    assert own == {"to_dataframe", "_repr_html_"}
    signature = "(self, kind: 'TableKind' = 'claims', backend: 'Backend | None' = None) -> 'Any'"
    assert str(inspect.signature(sayso.Dossier.to_dataframe)) == signature


def test_the_methods_of_stemma_collation_and_listing() -> None:
    def own(held: type) -> set[str]:
        return {name for name, each in vars(held).items() if inspect.isfunction(each) and not name.startswith("_")}

    assert own(sayso.Stemma) == {"to_svg", "to_graphml", "to_json"}
    assert own(sayso.Collation) == {"to_html", "to_json"}
    assert own(sayso.Listing) == {"to_csv", "to_json"}


def test_the_tree_of_the_errors() -> None:
    assert {name: getattr(sayso, name).__mro__[1].__name__ for name in ERRORS} == ERRORS


def test_importing_the_package_is_light() -> None:
    code = (
        "import time; start = time.process_time(); import sayso; sayso.analyse; took = time.process_time() - start; import sys;"
        "print(took, len([m for m in sys.modules if m.startswith('sayso')]))"
    )
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True) for _ in range(3)]
    took = min(float(run.stdout.split()[0]) for run in runs)
    assert took < 0.1
