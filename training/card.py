"""The model card of the reader: what it is, what it was trained on, how good each head is, where it is weak."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from training.fit import Recipe

HEADS = (
    ("source", "attribution, PolNeAR dev: token F1 of the source"),
    ("cue", "… of the cue"),
    ("content", "… of the content"),
    ("whole", "whole attributions, all three spans overlapping, F1"),
    ("exact", "attributions with exactly the content, F1"),
    ("link", "source right, given the content"),
    ("upos", "universal part of speech, EWT dev, gold tokens"),
    ("uas", "heads, EWT dev, gold tokens and sentences"),
    ("las", "heads and relations (universal part)"),
    ("ends", "sentence ends, EWT dev, gold tokens, paragraphs kept, F1"),
    ("ends_news", "sentence ends, ECB+ dev, gold tokens, F1"),
    ("names", "names, Universal NER of EWT dev, F1"),
    ("polarity", "polarity of events, the TimeBank documents set aside, macro F1"),
    ("modality", "modality of events (certain, possible, open), the same"),
    ("links", "what pronouns and definite descriptions mean, GUM dev, gold mentions, accuracy"),
    ("links_pronoun", "… pronouns of the third person"),
    ("links_definite", "… definite descriptions"),
    ("r", "factuality, UDS-IH2 dev, Pearson's r"),
)

TEXT = """# Model card: the reader

One pass over a report: sentence ends, universal parts of speech, dependency trees, names, attributions (source, cue, content and which belong together), how
factual an event is presented, and what pronouns and descriptions mean. Made by `make model` (`python -m training`, which goes on from its last checkpoint), shipped as int8 ONNX graphs in `sayso/resources/models/reader`.

| | |
|---|---|
| language | English |
| shape | 6 layers, 384 wide, 12 heads, uncased wordpieces; a token-shape and a gap feature; heads over words; a reader around each cue; a linker of mentions |
| started from | all-MiniLM-L6-v2 (Apache-2.0) |
| read | windows of 254 wordpieces that overlap by 64, each by itself, so that a result depends on nothing but the report |

## Trained on

Train parts only; development parts were never trained on. Weights may ship, texts may not, and none are here.

| corpus | for | licence |
|---|---|---|
| PolNeAR, 840 documents (one in twenty kept back) | attributions | none stated for the texts |
| the machine's names and trees over the same texts (Stanford CoreNLP) | names and trees, as helpers beside the gold ones | as above |
| UD English EWT | sentence ends, parts of speech, trees | CC BY-SA 4.0 |
| GUM, the openly licensed part | the same, names, and what mentions mean | CC BY, CC BY-SA, public domain by document; annotations CC BY 4.0 |
| ECB+ | sentence ends of news | annotations CC BY 3.0 |
| WNUT17 | rare names | CC BY 4.0 |
| UDS-IH2, MegaVeridicality | factuality | MIT repository |
| TimeBank and AQUAINT (TempEval-3), seven eighths | polarity and modality of events | none stated for the texts |

## Figures

Development parts, read exactly as the tool reads. The network is measured in bfloat16, the graphs are what ships.

| head | network | int8 graphs |
|---|---|---|
{rows}

Two annotators of PolNeAR agree with each other at about .81 (source), .69 (cue), .92 (content), by token F1.

## Known weaknesses

- American political news of 2015-16 taught the attributions; other registers are read less well, transcripts least.
- PolNeAR marks no attribution within another; nesting comes from what stands inside what, and from constructions.
- Names follow three schemes at once in training, none of them the one measured; a title counts to a name more often than it should, and bodies and places are confused most.
- A thought, a wish and a statement look alike to the reader; what counts as a sourced statement is decided above it.

## Recipe

{recipe}
"""


def write(recipe: Recipe, figures: dict[str, dict[str, float]], file: Path, note: str = "") -> None:
    """Write the card; `note` tells what the recipe does not."""
    rows = "\n".join(
        f"| {words} | {figures['network'].get(name, float('nan')):.3f} | {figures['graphs'].get(name, float('nan')):.3f} |"
        for name, words in HEADS
    )
    held = ", ".join(f"`{name}` {value:.10g}" for name, value in asdict(recipe).items())
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(TEXT.format(rows=rows, recipe=f"{held}. {note}".strip()), "utf-8")
