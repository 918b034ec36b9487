"""Train the encoder of claims, measure it, export it, weigh the grounds of likeness, write its model card.

    python -m training.pairs [--shared DIR] [--run NAME] [--to DIR] [--set KEY=VALUE ...] [--only train|measure|export|weigh|card]

Learns from the written piles (training/pairs/written, but for those named in held.txt) and from the train parts of DIR/corpora that weights may ship from, keeps a
checkpoint after every epoch in training/runs/NAME and goes on from it when called again. Then measures on the piles kept back and on development parts, exports
int8 to src/sayso/resources/models/claims, and prints the weights for sayso/comparison/same.py. Seeds are fixed.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from dataclasses import fields
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
STEPS = ("train", "measure", "export", "weigh", "card")


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line asks; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m training.pairs", description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--shared", type=Path, default=HOME.parent / "shared", metavar="DIR", help="where the corpora lie (DIR/corpora)"
    )
    parser.add_argument("--run", default="claims", metavar="NAME", help="the folder of the run")
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
    parser.add_argument("--only", choices=STEPS, help="do one step of the five")
    given = parser.parse_args(arguments)
    corpora = given.shared / "corpora"
    if not corpora.is_dir():
        print(f"no corpora under {given.shared}: name their folder with --shared", file=sys.stderr)
        return 2
    import torch

    from training.pairs.card import write_card
    from training.pairs.export import write_claims
    from training.pairs.fit import Recipe, train
    from training.pairs.judged import drawn
    from training.pairs.measure import everything, on_piles
    from training.pairs.network import Claims
    from training.pairs.piles import all_material
    from training.pairs.rows import rows_of
    from training.pairs.weigh import weigh
    from training.pairs.written import HELD, piles

    torch.set_num_threads(given.threads)
    kinds = {field.name: type(field.default) for field in fields(Recipe)}
    asked = dict(one.split("=", 1) for one in given.set)
    if unknown := sorted(asked.keys() - kinds.keys()):
        print(f"the recipe has no {', '.join(unknown)}; it has {', '.join(sorted(kinds))}", file=sys.stderr)
        return 2
    recipe = Recipe(**{name: kinds[name](value) for name, value in asked.items()})
    steps = (given.only,) if given.only else STEPS
    folder = given.to / given.run
    written = piles()
    torch.manual_seed(recipe.seed)
    network = Claims(recipe.dropout)
    if {"train", "measure"} & set(steps):
        held = all_material([pile for pile in written if pile.name in HELD])
    if "train" in steps:
        learned = all_material([pile for pile in written if pile.name not in HELD])
        pairs = drawn(corpora, [pile for pile in written if pile.name not in HELD])
        train(network, learned, pairs, recipe, folder, lambda one: on_piles(one, held))
        network.eval()
        network.settle([rows_of(one.claims)[0] for one in learned])
        torch.save(network.state_dict(), folder / "network.pt")
    if {"measure", "export"} & set(steps):
        network.load_state_dict(torch.load(folder / "network.pt", weights_only=True))
        network.eval()
    if "measure" in steps:
        figures = everything(network, held, corpora / "paraphrase")
        (folder / "figures.json").write_text(json.dumps(figures, indent=1))
        print(json.dumps({name: round(value, 3) for name, value in figures.items()}, indent=1))
    if "export" in steps:
        write_claims(network)
    if "weigh" in steps:
        print(
            json.dumps({name: round(value, 2) for name, value in weigh([p for p in written if p.name in HELD]).items()})
        )
    if "card" in steps:
        write_card(json.loads((folder / "figures.json").read_text()), recipe, written)
    return 0


if __name__ == "__main__":
    sys.exit(main())
