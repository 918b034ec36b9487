"""Prints the JSON Schema of dossier.json: `python -m sayso.dossier.schema > docs/dossier.schema.json`."""

from __future__ import annotations

import json
import sys

from sayso.dossier.render.json import json_schema

if __name__ == "__main__":
    sys.stdout.write(json.dumps(json_schema(), indent=1) + "\n")
