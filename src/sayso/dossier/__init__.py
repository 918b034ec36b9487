"""The finding, ready to read: view data, and one renderer a format."""

from __future__ import annotations

from sayso.dossier.compose import Page, compose, compose_standing
from sayso.dossier.render.frame import Backend, to_dataframe
from sayso.dossier.render.html import to_html
from sayso.dossier.render.json import json_schema, to_json
from sayso.dossier.render.markdown import to_markdown
from sayso.dossier.render.notebook import to_notebook
from sayso.dossier.render.table import TableKind
from sayso.dossier.without import without_json, without_schema

__all__ = [
    "Backend",
    "Page",
    "TableKind",
    "compose",
    "compose_standing",
    "json_schema",
    "to_dataframe",
    "to_html",
    "to_json",
    "to_markdown",
    "to_notebook",
    "without_json",
    "without_schema",
]
