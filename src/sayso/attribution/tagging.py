"""One likely part of speech for each token, settled from left to right by the neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sayso.attribution.lexicon import tree_words, verbs, wordlist
from sayso.model import Token
from sayso.resources import rows

PRONOUNS = frozenset(
    [
        "i",
        "you",
        "he",
        "she",
        "it",
        "we",
        "they",
        "me",
        "him",
        "us",
        "them",
        "who",
        "whom",
        "himself",
        "herself",
        "itself",
        "themselves",
    ]
)
POSSESSIVES = frozenset(["my", "your", "his", "its", "our", "their", "whose", "'s", "'"])
NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")


def settle(text: str, tokens: Sequence[Token], sentence_of: Sequence[int]) -> list[str]:
    """Return one universal part-of-speech tag for each token: the likeliest that its neighbours allow.

    Verb and noun are told apart by what stands before (an article asks for a noun, a pronoun or auxiliary for a verb) and, after a noun,
    by what follows.
    """
    tags: list[str] = []
    speakers = tree_words("role_nouns")
    for i, token in enumerate(tokens):
        fresh = i == 0 or sentence_of[i] != sentence_of[i - 1]
        tag = _tag(text, tokens, i, fresh, "" if fresh else tags[-1], tags)
        # Some nouns for people look like adjectives: 'an executive familiar with ...'.
        if (
            tag == "ADJ"
            and token.norm in speakers
            and (i + 1 >= len(tokens) or tokens[i + 1].tags[0] not in ("NOUN", "PROPN"))
        ):
            tag = "NOUN"
        tags.append(tag)
    return tags


def _tag(text: str, tokens: Sequence[Token], i: int, fresh: bool, before: str, tags: list[str]) -> str:
    token = tokens[i]
    norm = token.norm
    may = token.tags
    if not any(c.isalnum() for c in norm):
        return "PUNCT" if norm not in ("$", "%", "&") else "SYM"
    if norm in wordlist("auxiliaries") and norm not in ("'s", "'d"):
        return "AUX"
    if norm == "'s":
        return _clitic(tokens, i)
    if norm in PRONOUNS:
        return "PRON"
    if (
        previous_word(tokens, i) == "one"
        and any(form == "third" for _, form in verbs().get(norm, ()))
        and (i < 2 or not tokens[i - 2].norm.isalnum() or fresh)
    ):
        return "VERB"
    if (
        previous_word(tokens, i) == "her"
        and any(form == "third" for _, form in verbs().get(norm, ()))
        and i + 1 < len(tokens)
        and tokens[i + 1].norm in wordlist("weekdays")
    ):
        return "VERB"
    if norm in ("guard", "guards") and previous_word(tokens, i) in wordlist("guarding"):
        return "NOUN"
    if norm == "said" and before == "DET" and _noun_follows(tokens, i):
        return "ADJ"
    previous = tokens[i - 1].norm if i and not fresh else ""
    verb = "VERB" in may or norm in verbs()
    noun = "NOUN" in may or "PROPN" in may
    capital = text[token.span.start].isupper() and not fresh
    if capital and "PROPN" in may and (before == "PROPN" or may[0] == "PROPN"):
        return "PROPN"
    if (
        capital
        and previous not in ('"', "“", "'", "‘", ":")
        and may[0] not in ("PRON", "DET", "ADP", "CCONJ", "SCONJ", "ADV")
    ):
        return "PROPN" if "VERB" not in may or may[0] != "VERB" or before in ("PROPN", "DET", "ADP") else "VERB"
    if not (verb and (noun or "ADJ" in may)):
        return may[0]
    if previous == "to" and "to" not in POSSESSIVES:
        return (
            "VERB"
            if not norm.endswith(("s", "ing", "ed")) or (norm in verbs() and not norm.endswith(("ing", "ed", "s")))
            else may[0]
        )
    if (
        previous in POSSESSIVES
        or (previous == "her" and may[0] in ("NOUN", "ADJ"))
        or (previous == "her" and noun and not norm.endswith("ed"))
        or before in ("DET", "NUM")
    ):
        if norm.endswith(("ed", "ing")) and _noun_follows(tokens, i):
            return "ADJ"
        return "NOUN" if noun else "ADJ"
    if before in ("AUX", "PRON") or previous in wordlist("negators"):
        return "VERB"
    if before == "ADJ":
        return "NOUN" if noun and not norm.endswith("ed") else may[0]
    if (
        i > 1
        and _nationality(text, tokens[i - 1])
        and (tags[i - 2] in ("VERB", "ADP", "DET", "ADJ") or fresh)
        and noun
        and not norm.endswith("ed")
    ):
        return "NOUN"
    if before == "ADP":
        return "VERB" if norm.endswith("ing") else "NOUN" if noun else may[0]
    if before in ("NOUN", "PROPN"):
        return _after_noun(tokens, i, norm, noun, may, before)
    closed = previous == "," or (i > 1 and previous in ('"', "'") and tokens[i - 2].norm in (",", "?", "!", "."))
    if (
        closed
        and norm in verbs()
        and not fresh
        and _finite_form(norm)
        and (i + 1 >= len(tokens) or tokens[i + 1].tags[0] in ("PUNCT", "DET", "PRON", "SCONJ", "ADP", "PROPN", "ADV"))
    ):
        return "VERB"
    if before == "ADV" and "VERB" in may:
        return "VERB" if norm.endswith(("ed", "s")) or may[0] == "VERB" else may[0]
    return may[0]


def _nationality(text: str, token: Token) -> bool:
    return text[token.span.start].isupper() and token.norm.endswith(
        ("ian", "ish", "ese", "ean", "ani", "raqi", "raeli", "rench", "utch", "erman", "reek", "orean", "can")
    )


def _clitic(tokens: Sequence[Token], i: int) -> str:
    nxt = tokens[i + 1].norm if i + 1 < len(tokens) else ""
    if tokens[i - 1].norm in PRONOUNS | {"there", "that", "what", "here", "let", "where", "how"}:
        return "AUX"
    return "AUX" if nxt in ("not", "been", "a", "the", "just", "going") else "PART"


def _finite_form(norm: str) -> bool:
    return any(form in ("third", "past") for _, form in verbs()[norm])


def previous_word(tokens: Sequence[Token], i: int) -> str:
    """Return the word before token `i`, '' before the first."""
    return tokens[i - 1].norm if i else ""


def _finite(norm: str) -> bool:
    """Tell whether a word after a singular noun can be its verb by its form."""
    return norm.endswith(("s", "ed", "ing")) or norm in _pasts()


@cache
def _pasts() -> frozenset[str]:
    return frozenset(form for row in rows("claims_irregular_verbs") for form in row[1].split("/"))


def _noun_follows(tokens: Sequence[Token], i: int) -> bool:
    return i + 1 < len(tokens) and tokens[i + 1].tags[0] in ("NOUN", "PROPN", "ADJ")


def _after_noun(tokens: Sequence[Token], i: int, norm: str, noun: bool, may: tuple[str, ...], before: str) -> str:
    nxt = tokens[i + 1] if i + 1 < len(tokens) else None
    if noun and before == "NOUN" and nxt is not None and nxt.norm == "of" and norm not in verbs() and not _finite(norm):
        return "NOUN"
    if norm.endswith("ed") or not noun or (may[0] == "VERB" and not norm.endswith("s")):
        return "VERB"
    if nxt is None:
        return may[0]
    opens = nxt.tags[0] in ("DET", "PRON", "ADV", "SCONJ", "AUX", "PROPN", "NUM") or nxt.norm in (
        "that",
        "to",
        ",",
        ":",
        ".",
        '"',
        "“",
    )
    opens = opens or (nxt.norm == "with" and i + 2 < len(tokens) and tokens[i + 2].norm == "reference")
    plural = tokens[i - 1].norm.endswith("s") and not tokens[i - 1].norm.endswith("ss") and before != "PROPN"
    if norm in verbs():
        after = [t.norm for t in tokens[i + 1 : i + 4]]
        if any(verb.particle and tuple(after[: len(verb.particle)]) == verb.particle for verb, _ in verbs()[norm]):
            return "VERB"
        if nxt.norm.endswith("ing") and any("g" in verb.takes for verb, _ in verbs()[norm]) and nxt.tags[0] == "VERB":
            return "VERB"
        forms = {form for _, form in verbs()[norm]}
        agrees = "past" in forms or ("third" in forms and not plural) or ("base" in forms and plural)
        if agrees and (opens or (may[0] == "VERB" and nxt.tags[0] in ("NOUN", "ADJ", "ADP"))):
            possessed = i > 1 and tokens[i - 2].norm in POSSESSIVES
            return "NOUN" if possessed and not opens else "VERB"
        return "NOUN"
    if norm.endswith("s") and not plural and opens:
        return "VERB"
    return may[0] if may[0] in ("NOUN", "VERB", "ADJ") else "NOUN"
