"""The finding, ready to read: view data, and one renderer a format."""

from __future__ import annotations

from sayso.dossier.compare import compare_json, compare_schema
from sayso.dossier.compose import Page, compose, compose_collation, compose_listing, compose_standing, compose_stemma
from sayso.dossier.compose.anchors import Anchors, anchors
from sayso.dossier.listing import listing_csv, listing_json, listing_schema
from sayso.dossier.render.compare import compare_html
from sayso.dossier.render.csv import as_csv
from sayso.dossier.render.frame import Backend, to_dataframe
from sayso.dossier.render.graphml import to_graphml
from sayso.dossier.render.html import to_html
from sayso.dossier.render.json import json_schema, to_json
from sayso.dossier.render.markdown import to_markdown
from sayso.dossier.render.notebook import to_notebook
from sayso.dossier.render.pdf import to_pdf
from sayso.dossier.render.svg import to_svg
from sayso.dossier.render.table import TableKind
from sayso.dossier.stemma import stemma_json, stemma_schema
from sayso.dossier.without import without_json, without_schema

__all__ = [
    "Anchors",
    "Backend",
    "Page",
    "TableKind",
    "anchors",
    "as_csv",
    "compare_html",
    "compare_json",
    "compare_schema",
    "compose",
    "compose_collation",
    "compose_listing",
    "compose_standing",
    "compose_stemma",
    "json_schema",
    "listing_csv",
    "listing_json",
    "listing_schema",
    "stemma_json",
    "stemma_schema",
    "to_dataframe",
    "to_graphml",
    "to_html",
    "to_json",
    "to_markdown",
    "to_notebook",
    "to_pdf",
    "to_svg",
    "without_json",
    "without_schema",
]
