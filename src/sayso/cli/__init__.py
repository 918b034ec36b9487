"""The command line; it goes through `sayso.api` and nothing else."""

from __future__ import annotations


def main() -> None:
    """Run the command line and leave with its exit code: 0 done, 1 nothing could be read or written, 2 wrong use."""
    from sayso.cli.app import run

    run()
