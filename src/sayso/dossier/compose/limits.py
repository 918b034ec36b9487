"""Method and limits, honestly."""

from __future__ import annotations

from sayso.model import Dossier


def limits(dossier: Dossier) -> tuple[str, ...]:
    """Return what a reader must know before relying on the page, one sentence or two each."""
    said = [
        "Sayso says who vouches for what, never who is right. That many reports agree is not that their origins are independent; "
        "that origins are independent is not that they are right.",
        "An origin counts as independent of another only where positive grounds show it: access of its own or opposed interests, "
        "complete chains, and neither passage made from the other. That no copying was found is no such ground.",
        "It was read by machine with a small language model, lexicons and patterns for English: attributions can be missed or led to the wrong voice, "
        "claims can be grouped that differ in a detail, and irony is not understood. Check the highlighted words before you quote a finding.",
        "Rewording beyond recognition leaves no trace: that two reports share no edge does not show that neither knew the other.",
        "Polarity and certainty are those of the words, from the side of the one who vouches; they do not grade the truth.",
        "Grades follow the two axes of the Admiralty code and are suggestions for a person to set. The source grade is F, no basis to judge, "
        "unless somebody says otherwise; information is graded 1 only where two origins are shown independent.",
        "Dates come from the texts alone, never from files. What is not known stays unknown.",
    ]
    undated = sum(r.published is None for r in dossier.reports)
    if undated:
        said.append(
            f"{undated} of {len(dossier.reports)} reports bear no date of publication: their order, and dates told against it, are unknown."
        )
    return tuple(said)
