"""The public names of `sayso` and their signatures: a change here is a change for every program that uses them."""

from __future__ import annotations

import inspect
import subprocess
import sys
from dataclasses import fields, is_dataclass

import sayso

SIGNATURES = {
    "add": "(case: 'Case', paths: 'Paths', *, analyse: 'bool' = True, workers: 'int | None' = None, progress: 'Progress | None' = None, limits: 'Limits | None' = None) -> 'Added'",
    "anchor": "(report: 'Report | Claim', start: 'int | None' = None, end: 'int | None' = None, *, of: 'model.Dossier | None' = None) -> 'Anchor'",
    "case_dossier": "(case: 'Case', *, judged: 'bool' = True, workers: 'int | None' = None, progress: 'Progress | None' = None) -> 'Dossier'",
    "case_reports": "(case: 'Case') -> 'tuple[tuple[Report, str], ...]'",
    "changes": "(case: 'Case', *, who: 'str' = '', seen: 'bool' = False, workers: 'int | None' = None, progress: 'Progress | None' = None) -> 'Changes'",
    "find": "(case: 'Case', words: 'str', *, most: 'int' = 20, workers: 'int | None' = None, progress: 'Progress | None' = None) -> 'tuple[Hit, ...]'",
    "judge": "(case: 'Case', kind: 'JudgementKind', anchors: 'Sequence[Anchor]', *, who: 'str', why: 'str' = '', value: 'str | None' = None) -> 'Judgement'",
    "judgements": "(case: 'Case', *, workers: 'int | None' = None, progress: 'Progress | None' = None) -> 'tuple[Judged, ...]'",
    "look": "(case: 'Case', *, who: 'str' = '', workers: 'int | None' = None, progress: 'Progress | None' = None) -> 'str'",
    "new_case": "(path: 'str | os.PathLike[str]') -> 'Case'",
    "open_case": "(path: 'str | os.PathLike[str]', *, wait: 'float | None' = None) -> 'Case'",
    "undo": "(case: 'Case', number: 'int', *, who: 'str', why: 'str' = '') -> 'Judgement'",
    "actors": "(paths: 'Paths', *, workers: 'int | None' = None, progress: 'Progress | None' = None, limits: 'Limits | None' = None) -> 'Actors'",
    "analyse": "(paths: 'Paths', *, workers: 'int | None' = None, progress: 'Progress | None' = None, limits: 'Limits | None' = None) -> 'Dossier'",
    "compare": "(a: 'OnePath', b: 'OnePath', *, pile: 'Paths | None' = None, workers: 'int | None' = None, progress: 'Progress | None' = None, limits: 'Limits | None' = None) -> 'Collation'",
    "listing": "(pile: 'model.Dossier | Paths', kind: 'ListingKind' = 'claims', *, reports: 'str | Iterable[str]' = (), actors: 'str | Iterable[str]' = (), conflicting: 'bool' = False, most: 'int | None' = None, workers: 'int | None' = None, progress: 'Progress | None' = None, limits: 'Limits | None' = None) -> 'Listing'",
    "sources": "(paths: 'Paths', *, workers: 'int | None' = None, progress: 'Progress | None' = None, limits: 'Limits | None' = None) -> 'Sources'",
    "stemma": "(pile: 'model.Dossier | Paths', *, workers: 'int | None' = None, progress: 'Progress | None' = None, limits: 'Limits | None' = None) -> 'Stemma'",
    "to_dataframe": "(dossier: 'model.Dossier', kind: 'TableKind' = 'claims', backend: 'Backend | None' = None) -> 'Any'",
    "without": "(pile: 'model.Dossier | Paths', names: 'str | Iterable[str]', *, workers: 'int | None' = None, progress: 'Progress | None' = None, limits: 'Limits | None' = None) -> 'Standing'",
    "write": "(dossier: 'model.Dossier | Standing', directory: 'str | os.PathLike[str]', *, standings: 'Sequence[Standing]' = (), pdf: 'bool' = False) -> 'tuple[Path, ...]'",
}
FIELDS = {
    "Added": ("reports", "unread", "dossier"),
    "Anchor": ("digest", "report", "file", "start", "end", "exact"),
    "Case": ("path", "_store"),
    "Judged": ("judgement", "verdict"),
    "Judgement": ("number", "kind", "anchors", "who", "when", "why", "value", "undoes"),
    "Verdict": ("number", "state", "detail", "machine"),
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
    "CaseError": "SaysoError",
    "CaseBusyError": "CaseError",
    "CaseDamagedError": "CaseError",
    "CaseNotWrittenError": "CaseError",
    "NotACaseError": "CaseError",
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
    assert took < 0.2  # most of it the dataclasses of the model; numpy or a graph alone would take longer
