"""Prints the JSON Schema of dossier.json, or with `without` that of without.json: `python -m sayso.dossier.schema > docs/dossier.schema.json`."""

from __future__ import annotations

import json
import sys

from sayso.dossier.render.json import json_schema
from sayso.dossier.without import without_schema

if __name__ == "__main__":
    schema = without_schema() if sys.argv[1:] == ["without"] else json_schema()
    sys.stdout.write(json.dumps(schema, indent=1) + "\n")
