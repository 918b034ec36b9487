"""without.json: what still stands when something is left out; ids are those of the dossier.json beside it."""

from __future__ import annotations

import hashlib
from typing import Any, Literal, cast

import msgspec
from msgspec import Struct, field

from sayso.dossier.meanings import described
from sayso.dossier.render.json import to_json
from sayso.model import WITHOUT_SCHEMA, ConflictKind, Dossier, Proposition, Standing


class _Part(Struct, forbid_unknown_fields=True):
    """What all parts of the contract share: a field that is not named here is a mistake."""


class LeftOutOut(_Part):
    """What was left out: a report (`name` is its file) or an actor; `claims` counts the claims that went with it."""

    kind: Literal["report", "actor"]
    id: str
    name: str
    claims: int


class TotalsOut(_Part):
    """How many there are of each."""

    reports: int
    claims: int
    propositions: int
    conflicts: int


class FallenOut(_Part):
    """A proposition of which no claim is left."""

    id: str
    text: str


class CountOut(_Part):
    """The origins of a proposition: how many are shown independent, and the names of all."""

    independent_origins: int
    origins: list[str]


class ShrunkOut(_Part):
    """A proposition that stands on fewer origins."""

    id: str
    text: str
    before: CountOut = field(name="from")
    after: CountOut = field(name="to")


class DissolvedOut(_Part):
    """A conflict that is gone: its kind, its two claims, and why it was one."""

    kind: ConflictKind
    a: str
    b: str
    reason: str


class RegroupedOut(_Part):
    """A family of reports that share text, and the families that its remaining reports make."""

    before: list[str] = field(name="from")
    after: list[list[str]] = field(name="to")


class WithoutOut(_Part):
    """What still stands when something is left out; `dossier` is the SHA-256 of the dossier.json that the ids belong to."""

    schema: Literal["sayso.without/1"]
    version: str
    dossier: str
    left_out: list[LeftOutOut]
    before: TotalsOut = field(name="from")
    after: TotalsOut = field(name="to")
    fallen: list[FallenOut]
    shrunk: list[ShrunkOut]
    dissolved: list[DissolvedOut]
    families: list[RegroupedOut]


def without_json(standing: Standing, dossier: bytes | None = None) -> bytes:
    """Return without.json as indented UTF-8 with a final newline; `dossier` is dossier.json where it is made already."""
    made = to_json(standing.whole) if dossier is None else dossier
    return msgspec.json.format(msgspec.json.encode(_exported(standing, made)), indent=1) + b"\n"


def without_schema() -> dict[str, Any]:
    """Return the JSON Schema (Draft 2020-12) of without.json, generated from the types; every field has its meaning."""
    schema = msgspec.json.schema(WithoutOut)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": WITHOUT_SCHEMA, "title": "Sayso without"}
    return {**head, **schema, "$defs": described(schema["$defs"])}


def _exported(standing: Standing, dossier: bytes) -> WithoutOut:
    return WithoutOut(
        schema=cast(Literal["sayso.without/1"], WITHOUT_SCHEMA),
        version=standing.whole.version,
        dossier=hashlib.sha256(dossier).hexdigest(),
        left_out=[LeftOutOut(each.kind, each.id, each.name, each.claims) for each in standing.left_out],
        before=_totals(standing.whole),
        after=_totals(standing.remaining),
        fallen=[FallenOut(p.id, p.text) for p in standing.fallen],
        shrunk=[ShrunkOut(x.before.id, x.before.text, _count(x.before), _count(x.after)) for x in standing.shrunk],
        dissolved=[DissolvedOut(c.kind, c.a, c.b, c.reason) for c in standing.dissolved],
        families=[RegroupedOut(list(x.before), list(map(list, x.after))) for x in standing.families],
    )


def _totals(dossier: Dossier) -> TotalsOut:
    return TotalsOut(len(dossier.reports), len(dossier.claims), len(dossier.propositions), len(dossier.conflicts))


def _count(proposition: Proposition) -> CountOut:
    return CountOut(proposition.independent_origins, [origin.name for origin in proposition.origins])
