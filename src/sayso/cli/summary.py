"""The summary of an analysis as JSON, for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from sayso import api
from sayso.model import Dossier, Standing


def as_json(dossier: Dossier, written: Iterable[Path], standing: Standing | None) -> str:
    """Return what was read and how much was found; with something left out, how much of it no longer stands."""
    counts: dict[str, object] = {
        "read": len(dossier.reports),
        "unread": [{"file": entry.file, "reason": entry.reason, "detail": entry.detail} for entry in dossier.unread],
        "families": api.families(dossier),
        "absent": [{"id": absent.id, "is": absent.is_} for absent in dossier.absent],
        "claims": len(dossier.claims),
        "propositions": len(dossier.propositions),
        "conflicts": len(dossier.conflicts),
        "updates": len(dossier.updates),
        "written": [str(path) for path in written],
    }
    if standing is not None:
        counts["without"] = {
            "left_out": [f"{each.kind}:{each.name}" for each in standing.left_out],
            "fallen": len(standing.fallen),
            "shrunk": len(standing.shrunk),
            "dissolved": len(standing.dissolved),
            "families": len(standing.families),
        }
    return json.dumps(counts, ensure_ascii=False, indent=2) + "\n"
