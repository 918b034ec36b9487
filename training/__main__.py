"""Train the reader of reports, measure it, export it, write its model card.

    python -m training [--shared DIR] [--run NAME] [--set KEY=VALUE ...] [--version V] [--only train|links|export|measure]

Trains on the train parts of the corpora under DIR/corpora, keeps a checkpoint after every epoch in training/runs/NAME and goes on from it when called again. Then
exports to int8 graphs in src/sayso/resources/models/reader, measures network and graphs on the development parts, and writes docs/models/reader.md. Seeds are fixed.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from dataclasses import fields
from pathlib import Path

SCHEMES_OF_NAMES = ("silver", "wnut")
"""The schemes whose heads are averaged to names: best of five choices on the web treebank's names."""
LINKER_SEED = 5
HOME = Path(__file__).resolve().parents[1]
# glibc gives memory of large tensors back after every step, and getting it anew costs a third of the time.
KEPT = {"MALLOC_MMAP_THRESHOLD_": "4000000000", "MALLOC_TRIM_THRESHOLD_": "16000000000", "MALLOC_TOP_PAD_": "500000000"}


def _note(folder: Path) -> str:
    """Return what was noted beside a run, such as a change of its schedule."""
    file = folder / "note.txt"
    return file.read_text("utf-8").strip() if file.is_file() else ""


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line asks; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m training", description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--shared", type=Path, default=HOME.parent / "shared", metavar="DIR", help="where the corpora lie (DIR/corpora)"
    )
    parser.add_argument(
        "--run", default="reader", metavar="NAME", help="folder under training/runs for checkpoints and figures"
    )
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="change one value of the recipe, see training/fit.py",
    )
    parser.add_argument("--version", default="1", help="the version that the manifest of the graphs bears")
    parser.add_argument("--only", choices=("train", "links", "export", "measure"), help="do one step of the four")
    parser.add_argument(
        "--from",
        dest="start",
        type=Path,
        metavar="FILE",
        help="begin with the weights of an earlier run, not with those of MiniLM",
    )
    given = parser.parse_args(arguments)
    corpora = given.shared / "corpora"
    if not corpora.is_dir():
        print(f"no corpora under {given.shared}: name their folder with --shared", file=sys.stderr)
        return 2
    if any(os.environ.get(name) != value for name, value in KEPT.items()):
        os.environ.update(KEPT)
        os.execv(sys.executable, [sys.executable, "-m", "training", *(arguments or sys.argv[1:])])
    import torch

    from training import card, export, links
    from training.corpora import development, load
    from training.data.document import prepared
    from training.data.treebanks import treebank
    from training.fit import Recipe, train
    from training.measure import TorchSession, everything
    from training.network import Linker, begun, warmed

    torch.set_num_threads(os.cpu_count() or 1)
    kinds = {field.name: field.type for field in fields(Recipe)}
    changes = dict(pair.split("=", 1) for pair in given.set)
    recipe = Recipe(**{name: (int if kinds[name] == "int" else float)(value) for name, value in changes.items()})
    folder = HOME / "training" / "runs" / given.run
    torch.manual_seed(recipe.seed)
    network = begun(recipe.cue_layers, recipe.dropout)
    if given.start:
        warmed(network, given.start)
    if given.only in (None, "train"):
        documents, back = load(corpora)
        train(network, documents, recipe, folder, lambda held: everything(TorchSession(held), back))
    else:
        network.load_state_dict(torch.load(folder / "network.pt", weights_only=True))

    def write() -> None:
        export.write_reader(
            network, export.MODELS / "reader", given.version, SCHEMES_OF_NAMES, (), f"training run {given.run}"
        )

    if given.only in (None, "links"):
        # the linker is taught on the vectors that it will meet: those of the graphs
        from sayso.language.encoder.load import model

        write()
        gum = [prepared(d) for d in treebank(corpora / "gum" / "en_gum-open-train.conllu.gz", "gum")]
        torch.manual_seed(LINKER_SEED)
        network.linker = Linker()
        links.fit(network.linker, links.read(model().session, gum, own_tags=False))
        torch.save(network.state_dict(), folder / "network.pt")
    if given.only in (None, "links", "export"):
        write()
    if given.only in (None, "measure"):
        from sayso.language.encoder.load import model

        dev = development(corpora)
        figures = {
            "network": everything(TorchSession(network, SCHEMES_OF_NAMES), dev),
            "graphs": everything(model().session, dev),
        }
        (folder / "figures.json").write_text(json.dumps(figures, indent=1))
        card.write(recipe, figures, HOME / "docs" / "models" / "reader.md", _note(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
