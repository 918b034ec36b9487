"""The finding, ready to read: view data, and one renderer a format."""

from __future__ import annotations

from sayso.dossier.compose import Page, compose
from sayso.dossier.render.html import to_html
from sayso.dossier.render.json import json_schema, to_json
from sayso.dossier.render.markdown import to_markdown

__all__ = ["Page", "compose", "json_schema", "to_html", "to_json", "to_markdown"]
