"""The stemma as JSON: the parts of dossier.json that tell who was made from whom, in a file of their own."""

from __future__ import annotations

from typing import Any, Literal

import msgspec
from msgspec import Struct

from sayso.dossier import contract as out
from sayso.dossier.meanings import described
from sayso.dossier.render.json import exported
from sayso.model import Dossier

STEMMA_SCHEMA: Literal["sayso.stemma/1"] = "sayso.stemma/1"


class StemmaOut(Struct, forbid_unknown_fields=True):
    """Which reports of a pile were made from which, which they cite, and which dispatches are missing."""

    schema: Literal["sayso.stemma/1"]
    version: str
    reports: list[out.ReportOut]
    derivations: list[out.DerivationOut]
    absent: list[out.AbsentOut]
    cycles: list[out.CycleOut]
    unread: list[out.UnreadOut]


def stemma_json(dossier: Dossier) -> bytes:
    """Return the stemma as indented UTF-8 with a final newline."""
    whole = exported(dossier)
    made = StemmaOut(
        STEMMA_SCHEMA, whole.version, whole.reports, whole.derivations, whole.absent, whole.cycles, whole.unread
    )
    return msgspec.json.format(msgspec.json.encode(made), indent=1) + b"\n"


def stemma_schema() -> dict[str, Any]:
    """Return the JSON Schema (Draft 2020-12) of the stemma, generated from the types; every field has its meaning."""
    schema = msgspec.json.schema(StemmaOut)
    schema["$defs"]["EvidenceOut"] |= {"minProperties": 1, "maxProperties": 1}
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": STEMMA_SCHEMA, "title": "Sayso stemma"}
    return {**head, **schema, "$defs": described(schema["$defs"])}
