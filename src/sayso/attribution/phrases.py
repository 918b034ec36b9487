"""Noun phrases beside a cue: the subject before the verb, the speaker after it."""

from __future__ import annotations

from sayso.attribution.lexicon import verbs, wordlist
from sayso.attribution.page import Page

Range = tuple[int, int]

DAYS = frozenset(["today", "yesterday", "tomorrow", "tonight"])
REASONS = frozenset(["because", "since", "lest"])
INNER = ("NOUN", "PROPN", "ADJ", "NUM", "DET", "SYM", "PART")


def _core_left(page: Page, end: int, low: int) -> int | None:
    """Return where the noun phrase core ending before `end` begins, None when no noun phrase ends there."""
    i = end - 1
    if i < low:
        return None
    if page.norm[i] in wordlist("subject_pronouns") and page.tag[i] != "NOUN":
        return _of_pronoun(page, i, low)
    if page.norm[i] == "." and i > low and page.tag[i - 1] == "PROPN":
        i -= 1
    if not page.nominal(i) and not (page.tag[i] in ("ADJ", "X") and i > low and page.tag[i - 1] == "DET"):
        return None
    start = i
    while start > low:
        j = start - 1
        tag, norm = page.tag[j], page.norm[j]
        if norm == "that" and j > low and not page.breaks(j - 1) and page.tag[j - 1] != "ADP":
            break
        if tag == "DET" or norm in wordlist("determiners"):
            start = j
            if j > low and page.norm[j - 1] in ("all", "both", "half", "not"):
                start = j - 1
            break
        if _weekday(page, j) and not page.capital(start) and page.tag[start] != "PART":
            break
        if (tag == "PROPN" and _weekday(page, j)) or (norm in DAYS and not page.norm[start].startswith("'")):
            break
        if (
            tag in INNER
            or norm in ("-", "'s", "’s", "&")
            or (norm == "." and page.tag[j - 1] == "PROPN" and page.ends[j - 1] == page.starts[j])
            or (
                tag == "VERB"
                and norm.endswith(("ed", "ing"))
                and j > low
                and (page.tag[j - 1] in ("DET", "ADV", "ADP") or page.norm[j - 1] == ",")
                and page.tag[start] in ("NOUN", "ADJ", "PROPN")
            )
            or (
                tag == "ADV"
                and j > low
                and page.tag[start] in ("ADJ", "VERB", "NUM")
                and norm not in wordlist("middle_adverbs")
            )
            or (tag == "CCONJ" and j > low and page.tag[start] == "ADJ" and page.tag[j - 1] == "ADJ")
        ):
            start = j
        else:
            break
    return start


def _weekday(page: Page, i: int) -> bool:
    return page.norm[i] in wordlist("weekdays") or (page.time[i] and page.norm[i] not in wordlist("determiners"))


def _of_pronoun(page: Page, i: int, low: int) -> int:
    """Pronouns stand alone, but 'some of them', 'one of the bankers' end elsewhere."""
    return i


def left(page: Page, end: int, low: int, *, held: bool = False) -> Range | None:
    """Return the tokens of the whole noun phrase that ends right before `end`, not reaching before `low`.

    Prepositional parts ('of the ministry'), co-ordinations ('the mayor and his wife') and restrictive relative clauses ('a man who had seen it')
    belong to it; a prepositional phrase that stands before it in the sentence does not, but for one that is `held` by a relative pronoun
    ('with two men who say').
    """
    start = _core_left(page, end, low)
    if start is None:
        return None
    if (
        page.norm[end - 1] in wordlist("subject_pronouns")
        and page.tag[end - 1] == "PRON"
        and page.norm[end - 1] not in ("others",)
        and not (
            start - 2 >= low
            and page.norm[start - 1] in ("beside", "with", "behind", "near", "next")
            and page.nominal(start - 2)
        )
    ):
        return (start, end)
    for _ in range(12):
        j = start - 1
        if j < low:
            break
        norm, tag = page.norm[j], page.tag[j]
        if norm in wordlist("inner_adpositions"):
            wider = _before_preposition(page, j, low)
            if wider is None and j - 2 >= low and participle(page, j - 1) and page.nominal(j - 2):
                wider = _core_left(page, j - 1, low)
            if wider is None:
                wider = relative_clause(page, j - 1, low) if j - 1 > low else None
            if wider is None:
                return None if _fronted(page, j, low) and not held else (start, end)
            start = wider
        elif tag == "CCONJ" and norm in ("and", "or") and j > low:
            wider = _core_left(page, j, low)
            if wider is None or _clause_before(page, wider, low):
                break
            start = wider
        elif tag in ("VERB", "AUX", "ADV") or (tag == "PRON" and norm in wordlist("relative")):
            antecedent = relative_clause(page, j, low)
            if antecedent is None:
                break
            start = antecedent
        else:
            break
    return (start, end)


def _before_preposition(page: Page, j: int, low: int) -> int | None:
    """Return where the noun phrase that the preposition at `j` continues begins, None when the preposition opens its clause."""
    if j - 1 < low or page.breaks(j - 1):
        return None
    if page.norm[j - 1] in ("close", "familiar", "near", "loyal", "next") and j - 2 >= low:
        described = _core_left(page, j - 1, low)
        return described if described is not None else _core_left(page, j, low)
    if not page.nominal(j - 1) and page.norm[j - 1] not in ("those", "others"):
        return None
    if _weekday(page, j - 1):
        return None
    return _core_left(page, j, low)


def _fronted(page: Page, j: int, low: int) -> bool:
    return j <= low or page.breaks(j - 1) or page.tag[j - 1] in ("CCONJ", "SCONJ")


def participle(page: Page, i: int) -> bool:
    """Tell whether token `i` may be a participle that goes on describing a noun ('a memo seen by', 'officials working at')."""
    return page.norm[i] in wordlist("participles") or (page.tag[i] == "VERB" and page.norm[i].endswith(("ed", "ing")))


def _clause_before(page: Page, at: int, low: int) -> bool:
    """Tell whether a finite verb stands between the last mark before `at` and `at`."""
    for i in range(at - 1, low - 1, -1):
        if page.breaks(i):
            return False
        if page.tag[i] in ("VERB", "AUX", "ADP"):
            return True
    return False


def relative_clause(page: Page, j: int, low: int) -> int | None:
    """Return where the antecedent begins when the words up to `j` are a restrictive relative clause, else None."""
    reason = False
    for i in range(j, max(low, j - 30) - 1, -1):
        if page.breaks(i) or (page.tag[i] in ("CCONJ", "SCONJ") and page.norm[i] not in REASONS | {"that"}):
            return None
        # 'A clerk who asked not to be named because he fears for his job': the reason belongs to the relative clause.
        reason = reason or page.norm[i] in REASONS
        if page.norm[i] in ("who", "which", "that", "whose") and i > low and page.nominal(i - 1):
            if page.norm[i] == "that" and page.norm[i - 1] in ("said", "say"):
                return None
            return _core_left(page, i, low)
        # 'a nurse I know at the hospital': the relative pronoun is left out.
        if (
            page.norm[i] in ("i", "we", "he", "she", "they", "you")
            and not reason
            and low < i < j
            and page.tag[i - 1] == "NOUN"
            and page.tag[i + 1] in ("VERB", "AUX")
        ):
            return _core_left(page, i, low)
    return None


def group_start(page: Page, verb: int, low: int) -> int:
    """Return where the verb group that ends with the verb at `verb` begins: auxiliaries, negation, adverbs before it."""
    i = verb
    while i > low:
        norm, tag = page.norm[i - 1], page.tag[i - 1]
        if (
            tag == "AUX"
            or norm in wordlist("negators")
            or norm in wordlist("middle_adverbs")
            or (tag == "ADV" and norm.endswith("ly"))
        ):
            i -= 1
        elif norm == "to" and i - 2 >= low and page.tag[i - 2] in ("VERB", "AUX", "ADJ") and i == verb:
            i -= 2
        else:
            break
    return i


def is_relative(page: Page, i: int) -> bool:
    """Tell whether token `i` is a relative pronoun with an antecedent before it."""
    return page.norm[i] in ("who", "which") or (page.norm[i] == "that" and i > 0 and page.nominal(i - 1))


def cue_word(page: Page, i: int) -> bool:
    """Tell whether token `i` is a verb form of the lexicon used as a verb."""
    return page.norm[i] in verbs() and page.tag[i] == "VERB"
