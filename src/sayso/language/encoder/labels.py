"""What the heads can say: the order of these names is the order of the numbers in the graphs."""

from __future__ import annotations

UPOS = (
    "ADJ",
    "ADP",
    "ADV",
    "AUX",
    "CCONJ",
    "DET",
    "INTJ",
    "NOUN",
    "NUM",
    "PART",
    "PRON",
    "PROPN",
    "PUNCT",
    "SCONJ",
    "SYM",
    "VERB",
    "X",
)
RELATIONS = (
    "acl", "acl:relcl", "advcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj",
    "dep", "det", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:poss", "nsubj", "nsubj:pass",
    "nummod", "obj", "obl", "obl:agent", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp",
)  # fmt: skip
NAMES = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-OTHER", "I-OTHER")
ROLES = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
POLARITIES = ("positive", "negative")
MODALITIES = ("certain", "possible", "open")
"""How a predicate is presented: as a fact, under a modal of possibility, or as what is only wished, asked, planned or supposed."""
PARTS = ("none", "source", "content")
"""What a word can be to one cue."""
BY_HEAD = {
    "upos": UPOS,
    "relations": RELATIONS,
    "names": NAMES,
    "roles": ROLES,
    "parts": PARTS,
    "polarity": POLARITIES,
    "modality": MODALITIES,
}
"""The labels of every head, as a model's manifest must have them."""
