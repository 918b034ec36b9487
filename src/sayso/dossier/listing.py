"""Claims, conflicts or the timeline as JSON and as CSV: parts of dossier.json, or one table, in a file of their own."""

from __future__ import annotations

from typing import Any, Literal

import msgspec
from msgspec import Struct

from sayso.dossier import contract as out
from sayso.dossier.meanings import described
from sayso.dossier.render.csv import columns_as_csv
from sayso.dossier.render.json import exported
from sayso.dossier.render.table import listed
from sayso.model import Listing, ListingKind

LISTING_SCHEMA: Literal["sayso.listing/1"] = "sayso.listing/1"


class ListingOut(Struct, forbid_unknown_fields=True):
    """The claims, the conflicts or the timeline of a pile, all of them or those that concern some reports or actors."""

    schema: Literal["sayso.listing/1"]
    version: str
    kind: ListingKind
    reports: list[out.ReportOut]
    propositions: list[out.PropositionOut]
    claims: list[out.ClaimOut]
    conflicts: list[out.ConflictOut]
    updates: list[out.UpdateOut]
    timeline: list[out.TimelineOut]
    unread: list[out.UnreadOut]


def listing_json(listing: Listing) -> bytes:
    """Return a listing as indented UTF-8 with a final newline; what its kind does not concern is empty."""
    whole = exported(listing.dossier)
    claims = {claim.id: claim for claim in whole.claims}
    propositions = {proposition.id: proposition for proposition in whole.propositions}
    made = ListingOut(
        schema=LISTING_SCHEMA,
        version=whole.version,
        kind=listing.kind,
        reports=whole.reports,
        propositions=[propositions[p.id] for p in listing.propositions],
        claims=[claims[c.id] for c in listing.claims],
        conflicts=[out.ConflictOut(c.kind, c.a, c.b, c.reason, c.weight) for c in listing.conflicts],
        updates=[out.UpdateOut(u.a, u.b, u.reason) for u in listing.updates],
        timeline=[out.TimelineOut(t.when, t.role, t.what, t.claim) for t in listing.timeline],
        unread=whole.unread,
    )
    return msgspec.json.format(msgspec.json.encode(made), indent=1) + b"\n"


def listing_csv(listing: Listing) -> str:
    """Return a listing as CSV that a spreadsheet opens without harm; see `sayso.dossier.render.csv`."""
    return columns_as_csv(listed(listing))


def listing_schema() -> dict[str, Any]:
    """Return the JSON Schema (Draft 2020-12) of a listing, generated from the types; every field has its meaning."""
    schema = msgspec.json.schema(ListingOut)
    schema["$defs"]["EvidenceOut"] |= {"minProperties": 1, "maxProperties": 1}
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": LISTING_SCHEMA, "title": "Sayso listing"}
    return {**head, **schema, "$defs": described(schema["$defs"])}
