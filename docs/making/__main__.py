"""Writes everything in the documentation that is made from the code: `python -m docs.making`, from the project's folder."""

from __future__ import annotations

import json
import sys

from docs.making.examples import ROOT
from docs.making.pages import make
from sayso.dossier import compare_schema, json_schema, listing_schema, stemma_schema, without_schema

if __name__ == "__main__":
    schemas = {
        "dossier": json_schema,
        "without": without_schema,
        "listing": listing_schema,
        "stemma": stemma_schema,
        "compare": compare_schema,
    }
    for name, made in schemas.items():
        (ROOT / "docs" / f"{name}.schema.json").write_text(json.dumps(made(), indent=1) + "\n", encoding="utf-8")
    for changed in make():
        sys.stdout.write(f"written: {changed.relative_to(ROOT)}\n")
