"""How the content after a cue verb opens: past adverbs, hearers and adjuncts, by which construction."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.attribution.clauses import finite_ahead
from sayso.attribution.lexicon import CueVerb, phrase_at, wordlist
from sayso.attribution.page import QUOTE_MARKS, Page
from sayso.attribution.phrases_behind import right

QUESTION_WORDS = frozenset(["what", "how", "why", "whether", "when", "who", "where", "if", "which", "whom"])


ADJUNCTS = frozenset(
    [
        "until",
        "since",
        "in",
        "at",
        "during",
        "through",
        "by",
        "via",
        "from",
        "before",
        "after",
        "on",
        "over",
        "with",
        "for",
        "as",
        "per",
        "under",
        "of",
    ]
)


UNITS = frozenset(unit + ending for unit in ("minute", "hour", "day", "week", "month", "year") for ending in ("", "s"))


@dataclass(slots=True)
class Opening:
    """How the content after a verb opens: the construction, the token it opens at, the hearers that stand between."""

    kind: str
    at: int
    hearers: list[tuple[int, int]]


def opening(page: Page, verb: CueVerb, after: int, high: int) -> Opening:
    """Find how the content opens after a cue verb, past adverbs, hearers and adjuncts ('on Tuesday', 'in a statement')."""
    k = after
    hearers: list[tuple[int, int]] = []
    while (
        k < high
        and (page.tag[k] == "ADV" or page.norm[k] in wordlist("middle_adverbs"))
        and page.norm[k] not in QUESTION_WORDS | {"there"}
    ):
        k += 1
    if "h" in verb.takes and k < high and page.norm[k] not in ("that",) and not page.breaks(k):
        hearer = right(page, k, high)
        if hearer is not None:
            held = _before_clause(page, hearer, verb.prepositions)
            hearers.append(held)
            k = held[1]
    for _ in range(6):
        k = _past_aside(page, k, high)
        kind = _kind(page, verb, k, high, bool(hearers))
        if kind is not None:
            return Opening(kind, k, hearers)
        skipped = _adjunct(page, verb, k, high, hearers)
        if skipped is None:
            break
        k = skipped
    return Opening(_last_kind(page, verb, k, high, bool(hearers)), k, hearers)


def _past_aside(page: Page, k: int, high: int) -> int:
    """Skip an aside before 'that' ('reported, citing the ministry, that ...') and the 'is' of 'What he says is that ...'."""
    if k < high and page.norm[k] == ",":
        for j in range(k + 2, min(high - 1, k + 25)):
            if page.norm[j] == "," and page.norm[j + 1] == "that":
                return j + 1
            if page.norm[j] in (";", ":") or (page.norm[j] == "," and page.tag[j + 1] in ("DET", "PRON", "PROPN")):
                break
    if k + 1 < high and page.norm[k] == "," and page.mark[k + 1]:
        return k + 1
    if k + 1 < high and page.norm[k] in ("is", "was") and page.norm[k + 1] == "that":
        return k + 1
    return k


def _before_clause(page: Page, hearer: tuple[int, int], prepositions: frozenset[str]) -> tuple[int, int]:
    """Cut a hearer down when the clause that follows needs a subject ('told reporters the bank was closed')."""
    start, end = hearer
    for i in range(start, end - 1):
        if (
            page.tag[i] in ("NOUN", "PROPN")
            and (page.tag[i + 1] == "DET" or page.norm[i + 1] in wordlist("determiners"))
            and page.norm[i + 1] != "'s"
        ):
            return (start, i + 1)
        if _of_name(page, i + 1, end):
            continue
        if (page.norm[i + 1] in prepositions and "that" not in page.norm[i + 1 : i + 12]) or page.norm[i + 1] in (
            "that",
            "on",
            "at",
            "in",
            "during",
            "by",
        ):
            return (start, i + 1)
    return hearer


def _of_name(page: Page, i: int, end: int) -> bool:
    """Tell whether the 'of' at `i` goes on with a name before it ('the Herald of Novara')."""
    return (
        page.norm[i] == "of"
        and i + 1 < end
        and page.tag[i - 1] == "PROPN"
        and page.tag[i + 1] == "PROPN"
        and page.capital(i + 1)
    )


def _kind(page: Page, verb: CueVerb, k: int, high: int, told: bool) -> str | None:
    if k >= high:
        return "end"
    norm = page.norm[k]
    text = page.text[page.starts[k]]
    if norm == ":":
        return "colon"
    if page.mark[k] and (text in QUOTE_MARKS or text in "'‘’"):
        return "quote"
    if norm == "," or page.breaks(k):
        return "comma"
    if norm == "that" and ("t" in verb.takes or "z" in verb.takes or told):
        return "that"
    if norm in QUESTION_WORDS and (verb.takes & {"w"} or (told and norm != "when") or norm in ("whether",)):
        return "question"
    if norm == "to" and "i" in verb.takes and k + 1 < high and page.tag[k + 1] in ("VERB", "AUX", "ADV"):
        return "infinitive"
    if norm in verb.prepositions:
        return "preposition"
    if norm == "to" and k + 1 < high and page.tag[k + 1] in ("VERB", "AUX") and told:
        return "infinitive"
    return None


def _adjunct(page: Page, verb: CueVerb, k: int, high: int, hearers: list[tuple[int, int]]) -> int | None:
    """Return the end of an adjunct or hearer phrase that begins at `k`, None when something else stands there."""
    norm = page.norm[k]
    cited = phrase_at("citing", page.norm, k)
    if cited and k + cited < high:
        phrase = right(page, k + cited, high)
        return _short(page, phrase[1], k, high) if phrase is not None else None
    if page.time[k] or norm in wordlist("weekdays"):
        end = k
        while end < high and (
            page.time[end] or (norm in wordlist("weekdays") and end == k) or page.norm[end] in wordlist("time_words")
        ):
            end += 1
        return end
    later = _later(page, k, high)
    if later is not None:
        return later
    if norm in ("to", "with") and k + 1 < high and page.tag[k + 1] not in ("VERB", "AUX"):
        hearer = right(page, k + 1, high)
        if hearer is not None:
            hearers.append(hearer)
            return _short(page, hearer[1], k, high)
        return None
    if norm in ADJUNCTS and k + 1 < high:
        if page.time[k + 1] or page.norm[k + 1] in wordlist("weekdays"):
            return _adjunct(page, verb, k + 1, high, hearers)
        phrase = right(page, k + 1, high)
        if phrase is None:
            return None
        end = phrase[1]
        if page.norm[end - 1] == ",":
            end -= 1
        hearer = _interviewer(page, k + 1, end)
        if hearer is not None:
            hearers.append(hearer)
        return _short(page, end, k, high)
    if page.tag[k] == "ADV" and norm not in QUESTION_WORDS:
        return k + 1
    if norm in ("last", "this", "next", "late", "early", "earlier", "later") and k + 1 < high:
        return k + 2 if page.norm[k + 1] in wordlist("time_words") | wordlist("weekdays") else None
    return None


def _later(page: Page, k: int, high: int) -> int | None:
    """Return the end of 'two days after the fire' and 'a week later' at `k`, None when something else stands there."""
    counted = page.tag[k] == "NUM" or page.norm[k] in ("a", "an", "some", "shortly", "just")
    at = k + 1 if page.norm[k] in ("shortly", "just") else k + 2
    if not counted or at >= high or (at == k + 2 and page.norm[k + 1] not in UNITS):
        return None
    if page.norm[at] in ("later", "earlier", "ago"):
        return at + 1
    if page.norm[at] not in ("after", "before") or at + 1 >= high:
        return None
    phrase = right(page, at + 1, high)
    end = phrase[1] if phrase is not None else None
    return end - 1 if end is not None and page.norm[end - 1] == "," else end


def _interviewer(page: Page, start: int, end: int) -> tuple[int, int] | None:
    """Return the outlet of 'in an interview with the Courier', 'in remarks to Interfax'."""
    for i in range(start, end - 1):
        if page.norm[i] in ("with", "to") and page.norm[i - 1] in wordlist("talks"):
            return (i + 1, end)
    return None


def _short(page: Page, end: int, start: int, high: int) -> int:
    """Cut an adjunct before an article that opens a clause of its own ('in a statement the bank had failed')."""
    for i in range(start + 2, end):
        if (
            page.tag[i - 1] in ("NOUN", "PROPN")
            and page.norm[i] in wordlist("determiners")
            and page.norm[i] not in ("that",)
        ):
            return i
    for i in range(start + 1, end):
        if page.norm[i] == "that" and page.tag[i - 1] in ("NOUN", "PROPN"):
            return i
    return end


def _last_kind(page: Page, verb: CueVerb, k: int, high: int, told: bool) -> str:
    if k >= high:
        return "end"
    norm = page.norm[k]
    opens = (
        page.tag[k] in ("DET", "PRON", "NOUN", "PROPN", "ADJ", "NUM", "ADV")
        or norm in wordlist("determiners")
        or norm in ("there", "if")
        or norm in wordlist("subject_pronouns")
    )
    if ("z" in verb.takes or told) and opens and finite_ahead(page, k, high) is not None:
        return "zero"
    if "g" in verb.takes and norm.endswith("ing"):
        return "object"
    if "u" in verb.takes:
        return "object" if opens and "at" in page.norm[k + 1 : min(high, k + 12)] else "none"
    if "d" in verb.takes and opens and not verb.takes & {"o"}:
        return "document"
    if verb.takes & {"o", "b", "c"} and (opens or norm in QUESTION_WORDS):
        return "object"
    if "a" in verb.takes and opens and "as" in page.norm[k:high]:
        return "object"
    if verb.lemma == "say" and page.tag[k] == "NUM" and (k + 1 >= high or page.breaks(k + 1)):
        return "object"
    if norm in ("it", "so", "this", "otherwise") and "q" in verb.takes and (k + 1 >= high or page.breaks(k + 1)):
        return "object"
    pro = k + 1 if norm in ("the", "just", "much") and k + 1 < high else k
    closed = pro + 1 >= high or page.breaks(pro + 1) or page.tag[pro + 1] == "CCONJ"
    if page.norm[pro] in wordlist("reported_words") and "q" in verb.takes and closed:
        return "object"
    if norm == "sorry" and "q" in verb.takes and (k + 1 >= high or page.breaks(k + 1)):
        return "object"
    return "none"
