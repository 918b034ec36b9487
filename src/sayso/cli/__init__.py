"""The command line; it goes through `sayso.api` and nothing else."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and leave with its exit code: 0 done, 1 nothing could be read or written, 2 wrong use."""
    try:
        from sayso.cli.app import run
    except ImportError as error:  # without these libraries not even `sayso doctor` can start
        sys.stderr.write(f"sayso: the installation is incomplete ({error}); install sayso again\n")
        sys.exit(1)
    run()
