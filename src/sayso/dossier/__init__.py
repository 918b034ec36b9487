"""The finding, ready to read: view data, and one renderer a format."""

from __future__ import annotations

from sayso.dossier.render.json import json_schema, to_json

__all__ = ["json_schema", "to_json"]
