"""Run one target under atheris: `python -m fuzz.harness TARGET [options of libFuzzer] [folder of inputs]`."""

from __future__ import annotations

import importlib
import pkgutil
import sys

import atheris

with atheris.instrument_imports(include=["sayso"]):
    import sayso

    for module in pkgutil.walk_packages(sayso.__path__, "sayso."):  # all now: what is imported later is not watched
        if module.name.split(".")[1] not in {"cli", "installation"} and not module.name.endswith("worker"):
            importlib.import_module(module.name)
    from fuzz.targets import TARGETS


def main() -> None:
    """Fuzz until libFuzzer's options say stop; a broken promise ends the process and leaves its input."""
    atheris.Setup([sys.argv[0], *sys.argv[2:]], TARGETS[sys.argv[1]])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
