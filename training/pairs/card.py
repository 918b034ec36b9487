"""The model card of the encoder of claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from training.pairs.fit import Recipe
from training.pairs.written import HELD, Pile

CARD = Path(__file__).resolve().parents[2] / "docs" / "models" / "claims.md"
_TEXT = """# Model card: the encoder of claims

Reads each claim inside its report and says what it means as vectors: those of claims that speak of one matter, affirming or denying it, lie near one another.
Nearness is one ground of several by which claims are gathered into propositions (`sayso/comparison/candidates.py`). Made by `python -m training.pairs`,
shipped as an int8 ONNX graph in `sayso/resources/models/claims`.

| | |
|---|---|
| language | English |
| shape | 6 layers, 384 wide, 12 heads, uncased wordpieces; the mean over a claim's wordpieces, and {narrow} numbers and a weight for each wordpiece |
| started from | all-MiniLM-L6-v2 (Apache-2.0) |
| read | windows of {window} wordpieces that overlap by half, each by itself, so that a meaning depends on nothing but the report |
| method | contrast among the stretches of a pile (Khosla et al. 2020) and a judgement of each pair; late interaction of wordpieces (Khattab & Zaharia 2020) |

## Trained on

| what | how much |
|---|---|
| piles of reports written for this, fiction, every stretch labelled with the propositions it affirms, denies or leaves open (`training/pairs/written`) | {learned} piles, {stretches} stretches |
| STS headlines and RTE, train parts (weights may ship), and planted changes of number, date, name, negation, credit and hedge | {judged} batches of {pairs} pairs an epoch |

{epochs} epochs; {held} further piles were kept back, and the weights of the grounds were fitted to those. The piles are machine-written and were checked by
count and parse, not sentence by sentence; doubtful labels remain (denials that are told and refuted, neighbours of a proposition).

## Figures

Nearness alone. Piles: pairs of which at least one carries a proposition. Paraphrase corpora: development parts, at most 1,500 pairs drawn, "same" (entailed, supported,
paraphrase) against the rest at the best threshold; the share of the larger class is what always saying the same would get.

| | area under ROC | best F1 or accuracy | larger class |
|---|--:|--:|--:|
{rows}

A network that is good at telling one matter from another is poor at entailment: two claims of which one denies the other are near on purpose. Polarity, figures, dates and
names are read by rules (`sayso/comparison`).

## Known weaknesses

- Claims that lean on what stands around them ('she kept to her version', 'he rejected that') are placed by their surroundings, less surely.
- The piles tell of one affair each; that two affairs in one pile are not mixed rests on the words as well.
- The style of the piles is that of their writers; other registers are read less well.
"""


def write_card(figures: Mapping[str, float], recipe: Recipe, piles: Sequence[Pile]) -> None:
    """Write docs/models/claims.md."""
    from sayso.comparison.meaning import NARROW, WINDOW

    rows = []
    for name in ("stretches", "claims"):
        area, best = (figures[f"written piles, {name}, {what}"] for what in ("area", "best F1"))
        rows.append(f"| written piles kept back, {name} | {area:.3f} | F1 {best:.3f} | |")
    for name in sorted({key.split(",")[0] for key in figures if key.endswith(", accuracy")}):
        area, right, share = (figures[f"{name}, {what}"] for what in ("area", "accuracy", "share"))
        rows.append(f"| {name} dev | {area:.3f} | {right:.3f} | {share:.3f} |")
    learned = [pile for pile in piles if pile.name not in HELD]
    CARD.write_text(
        _TEXT.format(
            narrow=NARROW,
            window=WINDOW,
            learned=len(learned),
            stretches=f"{sum(len(pile.stretches) for pile in learned):,}",
            judged=recipe.judged,
            pairs=recipe.pairs,
            epochs=recipe.epochs,
            held=len(piles) - len(learned),
            rows="\n".join(rows),
        ),
        "utf-8",
    )
