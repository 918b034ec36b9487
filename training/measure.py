"""How good a network is, head by head, read exactly as the tool reads: window by window, one cue at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import torch

from sayso.language.encoder.features import Row
from sayso.language.encoder.labels import NAMES, RELATIONS
from sayso.language.encoder.read import Reading
from sayso.language.encoder.session import Floats, Integers, Tagged
from sayso.language.encoder.spans import bio_spans
from training.corpora import Held
from training.data.document import SCHEMES, Document
from training.data.document import Said as Gold
from training.links import links
from training.network import Network


class TorchSession:
    """The network itself behind the door that the graphs use."""

    def __init__(self, network: Network, schemes: Sequence[str] = ("gum",)) -> None:
        """`schemes` are those whose heads are asked for names, their chances averaged."""
        self.network = network.eval()
        self.schemes = [SCHEMES.index(one) for one in schemes]

    def tag(self, row: Row) -> Tagged:
        """Read one window."""

        def whole(numbers: list[int]) -> torch.Tensor:
            return torch.tensor([numbers])

        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            h = self.network.tagger(
                whole(row.ids), whole(row.shapes), whole(row.gaps), whole(row.first), whole(row.last)
            )
        names = (h.names[0][:, self.schemes].float().softmax(-1).mean(1) + 1e-9).log()
        return Tagged(
            h.words[0].float().numpy(), h.ends[0].float().numpy(), h.upos[0].float().numpy(), names.numpy(),
            h.roles[0].float().numpy(), h.facts[0].float().numpy(),
            h.polarity[0].float().numpy(), h.modality[0].float().numpy(), h.arcs[0].float().numpy(),
        )  # fmt: skip

    def around(self, words: Floats, cue: Floats, distances: Integers) -> Floats:
        """Read around one cue."""
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            out = self.network.reader(torch.tensor(words)[None], torch.tensor(cue)[None], torch.tensor(distances)[None])
        return out[0].float().numpy()

    def link(self, words: Floats, candidates: Floats, features: Floats) -> Floats:
        """Tell what mentions mean."""
        with torch.no_grad():
            return self.network.linker(torch.tensor(words), torch.tensor(candidates), torch.tensor(features)).numpy()

    def relate(self, words: Floats, governors: Floats) -> Floats:
        """Tell relations."""
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            return self.network.labeller(torch.tensor(words), torch.tensor(governors)).float().numpy()


def f1(hit: float, said: float, wanted: float) -> float:
    """Return the harmonic mean of precision and recall."""
    return 2 * hit / (said + wanted) if said + wanted else 0.0


def attribution(session: object, documents: Iterable[Document]) -> dict[str, float]:
    """Token F1 by role; whole attributions, all spans overlapping; exact contents; source right given the content."""
    hit, said, wanted = np.zeros(3), np.zeros(3), np.zeros(3)
    whole = exact = mine = theirs = linked = held = 0
    for document in documents:
        assert document.words is not None and document.said is not None
        found = Reading(session, document.words).attributions()  # type: ignore[arg-type]
        gold = document.said[0]
        word = [any(c.isalnum() for c in f) for f in document.forms]
        ours, true = covers(found, word), covers(gold, word)
        for k in range(3):
            hit[k] += len(ours[k] & true[k])
            said[k] += len(ours[k])
            wanted[k] += len(true[k])
        a, b, c, d = matches(found, gold, word)
        whole, exact, linked, held = whole + a, exact + b, linked + c, held + d
        mine += len(found)
        theirs += len(gold)
    names = ("source", "cue", "content")
    figures = {name: f1(hit[k], said[k], wanted[k]) for k, name in enumerate(names)}
    return figures | {
        "whole": f1(whole, mine, theirs),
        "exact": f1(exact, mine, theirs),
        "link": linked / max(1, held),
        "n": mine / max(1, theirs),
    }


def covers(found: Sequence[object], word: list[bool]) -> list[set[int]]:
    """Return the words of source, cue and content."""
    made: list[set[int]] = [set(), set(), set()]
    for one in found:
        for k, ranges in enumerate((one.source, [one.cue], one.content)):  # type: ignore[attr-defined]
            made[k].update(i for a, b in ranges for i in range(a, b) if word[i])
    return made


def matches(found: Sequence[object], gold: Sequence[Gold], word: list[bool]) -> tuple[int, int, int, int]:
    """Return how many attributions agree: all spans overlapping, content exactly the same; and sources right of contents found, contents found."""

    def sets(one: object) -> list[set[int]]:
        return list(covers([one], word))

    mine, true = [sets(o) for o in found], [sets(o) for o in gold]
    whole = exact = linked = held = 0
    taken: set[int] = set()
    for g in true:
        options = [i for i, m in enumerate(mine) if i not in taken and m[2] & g[2]]
        if not options:
            continue
        best = max(options, key=lambda i: (len(mine[i][1] & g[1]), len(mine[i][2] & g[2])))
        taken.add(best)
        m = mine[best]
        held += 1
        right = bool(m[0] & g[0]) or (not m[0] and not g[0])
        linked += right
        whole += right and bool(m[1] & g[1])
        exact += m[2] == g[2]
    return whole, exact, linked, held


def syntax(session: object, documents: Iterable[Document]) -> dict[str, float]:
    """UPOS, UAS and LAS (universal part of the relation, all words, gold sentences) and F1 of sentence ends."""
    tags = heads = labels = total = 0
    hit = said = wanted = 0
    for document in documents:
        assert document.words is not None and document.ends is not None
        reading = Reading(session, document.words)  # type: ignore[arg-type]
        first = 0
        ours = {i for i, v in enumerate(reading.heard.ends) if v > 0} | {len(document) - 1}
        # the end of a paragraph is given
        ours |= {i - 1 for i, gap in enumerate(document.gaps) if gap == 2 and i}
        true = {i for i, v in enumerate(document.ends) if v}
        hit, said, wanted = hit + len(ours & true), said + len(ours), wanted + len(true)
        if document.upos is None or document.heads is None or document.relations is None:
            continue
        tags += int((reading.heard.upos.argmax(-1) == np.asarray(document.upos)).sum())
        for i, end in enumerate(document.ends):
            if not end:
                continue
            got, relations = reading.sentence_tree(first, i + 1)
            for k in range(first, i + 1):
                right = got[k - first] == document.heads[k]
                heads += right
                labels += right and relations[k - first].split(":")[0] == RELATIONS[document.relations[k]].split(":")[0]
            first = i + 1
        total += len(document)
    figures = {"ends": f1(hit, said, wanted)}
    if total:
        figures |= {"upos": tags / total, "uas": heads / total, "las": labels / total}
    return figures


def facts(session: object, documents: Iterable[Document]) -> dict[str, float]:
    """Pearson's r of the factuality of the judged words."""
    ours, true = [], []
    for document in documents:
        assert document.words is not None and document.facts is not None
        heard = Reading(session, document.words).heard.facts  # type: ignore[arg-type]
        for at, value in document.facts.items():
            ours.append(float(heard[at]))
            true.append(value)
    return {"r": float(np.corrcoef(ours, true)[0, 1])}


def names(session: object, documents: Iterable[Document]) -> dict[str, float]:
    """F1 of names with the right span and kind; kinds that the scheme does not mark are left out."""
    hit = said = wanted = 0
    for document in documents:
        assert document.words is not None
        found = {(kind, span) for kind, span in Reading(session, document.words).name_spans() if kind != "OTHER"}  # type: ignore[arg-type]
        gold = {(kind, span) for kind, span in bio_spans(document.names["uner"], NAMES) if kind != "OTHER"}
        hit, said, wanted = hit + len(found & gold), said + len(found), wanted + len(gold)
    return {"names": f1(hit, said, wanted)}


def sides(session: object, documents: Iterable[Document]) -> dict[str, float]:
    """Macro F1 of polarity and modality of the events of TimeBank that are set aside."""
    pairs: dict[str, list[tuple[int, int]]] = {"polarity": [], "modality": []}
    for document in documents:
        assert document.words is not None and document.sides is not None
        heard = Reading(session, document.words).heard  # type: ignore[arg-type]
        for at, true in document.sides.items():
            for name, wanted in zip(pairs, true, strict=True):
                if wanted >= 0:
                    pairs[name].append((wanted, int(getattr(heard, name)[at].argmax())))
    return {name: _macro(held) for name, held in pairs.items()}


def _macro(pairs: list[tuple[int, int]]) -> float:
    classes = sorted({true for true, _ in pairs})
    return sum(
        f1(pairs.count((c, c)), sum(p == c for _, p in pairs), sum(t == c for t, _ in pairs)) for c in classes
    ) / max(1, len(classes))


def everything(session: object, held: Held) -> dict[str, float]:
    """All figures on the documents held."""
    figures = attribution(session, held.polnear) | syntax(session, held.ewt)
    figures["ends_news"] = syntax(session, held.ecb)["ends"]
    figures |= facts(session, held.uds)
    if held.times:
        figures |= sides(session, held.times)
    if held.gum:
        figures |= links(session, held.gum)
    if held.ewt and "uner" in held.ewt[0].names:
        figures |= names(session, held.ewt)
    return figures
