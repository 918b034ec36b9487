"""Writes everything in the documentation that is made from the code: `python -m docs.making`, from the project's folder."""

from __future__ import annotations

import json
import sys

from docs.making.examples import ROOT
from docs.making.pages import make
from sayso.dossier import json_schema

if __name__ == "__main__":
    (ROOT / "docs" / "dossier.schema.json").write_text(json.dumps(json_schema(), indent=1) + "\n", encoding="utf-8")
    for changed in make():
        sys.stdout.write(f"written: {changed.relative_to(ROOT)}\n")
