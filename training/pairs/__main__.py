"""Train the model of pairs and measure it.

    python -m training.pairs [--shared DIR] [--run NAME] [--to DIR] [--set KEY=VALUE ...] [--only train|measure]

Trains on the train parts of DIR/corpora that weights may ship from and on the written piles, keeps a checkpoint every few steps in training/runs/NAME and goes
on from it when called again; then writes figures.json beside it. Nothing is exported: see docs/decisions.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from dataclasses import fields
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line asks; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m training.pairs", description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--shared", type=Path, default=HOME.parent / "shared", metavar="DIR", help="where the corpora lie (DIR/corpora)"
    )
    parser.add_argument("--run", default="pairs", metavar="NAME", help="the folder of the run")
    parser.add_argument(
        "--to", type=Path, default=HOME / "training" / "runs", metavar="DIR", help="where the folders of runs lie"
    )
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="change one value of the recipe, see training/pairs/fit.py",
    )
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1, help="threads to compute with")
    parser.add_argument("--only", choices=("train", "measure"), help="do one step of the two")
    given = parser.parse_args(arguments)
    corpora = given.shared / "corpora"
    if not corpora.is_dir():
        print(f"no corpora under {given.shared}: name their folder with --shared", file=sys.stderr)
        return 2
    import torch

    from training.pairs import draw, late, measure
    from training.pairs.fit import Recipe, together, train
    from training.pairs.network import Cross, Late

    torch.set_num_threads(given.threads)
    kinds = {field.name: type(field.default) for field in fields(Recipe)}
    asked = dict(one.split("=", 1) for one in given.set)
    if unknown := sorted(asked.keys() - kinds.keys()):
        print(f"the recipe has no {', '.join(unknown)}; it has {', '.join(sorted(kinds))}", file=sys.stderr)
        return 2
    recipe = Recipe(**{name: kinds[name](value) for name, value in asked.items()})
    folder = given.to / given.run
    network = Late(recipe.dropout) if recipe.network == "late" else Cross(recipe.dropout)
    if given.only != "measure":
        held = draw.material(corpora)
        made, cost = (draw.apart_batches, late.apart) if recipe.network == "late" else (draw.together_batches, together)
        train(network, lambda chance: made(held, recipe, chance), cost, recipe, folder)
    if given.only != "train":
        network.load_state_dict(torch.load(folder / "network.pt", weights_only=True))
        figures = measure.everything(network, corpora)
        (folder / "figures.json").write_text(json.dumps(figures, indent=1))
        print(json.dumps({name: round(value, 3) for name, value in figures.items()}, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
