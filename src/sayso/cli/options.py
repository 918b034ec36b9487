"""What several commands share: arguments and options with their help."""

from __future__ import annotations

from typing import Annotated

import typer

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Files, folders (searched to the bottom) or patterns in quotes; .txt, .md, .html, .pdf, .docx, .eml, .json and .jsonl are read.",
        show_default=False,
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")]
WorkersOption = Annotated[
    int | None,
    typer.Option(
        "--workers",
        "-w",
        min=1,
        max=256,
        help="Processes for a big pile; one a processor if not given. The result is the same.",
        show_default=False,
    ),
]
Summary = Annotated[bool, typer.Option("--json", help="Print the summary as JSON, for other programs.")]
