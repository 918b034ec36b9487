"""All corpora, put together: what is trained on, what is kept back from training for daily work, and the development parts."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from training.data.document import Document, prepared
from training.data.others import ecb, factuality, wnut
from training.data.polnear import polnear
from training.data.timebank import timebank
from training.data.treebanks import marked, retokenised, treebank
from training.fit import Corpora


@dataclass(slots=True)
class Held:
    """Documents kept for measuring, by corpus."""

    polnear: list[Document]
    ewt: list[Document]
    ecb: list[Document]
    uds: list[Document]
    gum: list[Document] = field(default_factory=list)
    times: list[Document] = field(default_factory=list)


def kept_back(document: Document, share: int = 20) -> bool:
    """Tell whether a training document is kept back for daily work: one in `share`, by the hash of its name."""
    return int(sha256(document.name.encode()).hexdigest(), 16) % share == 0


def load(home: Path) -> tuple[Corpora, Held]:
    """Return the training documents without those kept back, and those."""
    said = [prepared(d) for d in polnear(home / "polnear" / "train", home / "polnear" / "silver" / "train.jsonl.gz")]
    ewt = [prepared(d) for d in treebank(home / "ewt" / "en_ewt-ud-train.conllu.gz")]
    gum = [prepared(d) for d in treebank(home / "gum" / "en_gum-open-train.conllu.gz", "gum")]
    news = [prepared(d) for d in ecb(home / "ecbplus" / "train")]
    uds = [prepared(d) for d in factuality(home / "factuality" / "uds-ih2" / "train.jsonl")]
    mega = [prepared(d) for d in factuality(home / "factuality" / "megaveridicality" / "train.jsonl")]
    tweets = [prepared(d) for d in wnut(home / "wnut17" / "train.conll")]
    back = Held(*([d for d in part if kept_back(d)] for part in (said, ewt, news, uds)))
    back.polnear, back.ewt, back.ecb = back.polnear[::2], back.ewt[::2], back.ecb[::2]
    for document in (*ewt, *gum):
        twin = retokenised(document)
        document.twin = None if twin is None else prepared(twin)
    events = [prepared(d) for d in timebank(_times(home), aside=False)]
    for document in news:
        document.share = 0.33
    long = [d for part in (said, ewt, gum, news, events) for d in part if not kept_back(d)]
    return Corpora(long, [*(d for d in uds if not kept_back(d)), *mega, *tweets]), back


def development(home: Path) -> Held:
    """Return the development parts; never trained on."""
    return Held(
        [prepared(d) for d in polnear(home / "polnear" / "dev")],
        [
            prepared(d)
            for d in treebank(home / "ewt" / "en_ewt-ud-dev.conllu", marked=marked(home / "ewt" / "uner-dev.iob2"))
        ],
        [prepared(d) for d in ecb(home / "ecbplus" / "dev")],
        [prepared(d) for d in factuality(home / "factuality" / "uds-ih2" / "dev.jsonl")],
        [prepared(d) for d in treebank(home / "gum" / "en_gum-open-dev.conllu.gz", "gum")],
        [prepared(d) for d in timebank(_times(home), aside=True)],
    )


def _times(home: Path) -> list[Path]:
    return [home / "timex" / name for name in ("TimeBank", "AQUAINT")]
