"""Runs of capitalised words: where a name may stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sayso.language.mentions import gazetteer
from sayso.language.mentions.lexicon import CALENDAR, PARTICLES, given_names, listed, titles
from sayso.language.mentions.view import FUNCTION, View, starts, upper
from sayso.model import Sentence

OPENING = frozenset("\"'“‘«„([-–—•*·:") | {"--"}
LONGEST = 14
"""No name has more words."""
SURELY = 0.8
"""From this chance of being a proper noun on, a common word may be a name where every first word has a capital."""
LABELS = listed("labels")
INITIALISMS = listed("initialisms")
OWNED = listed("owned")
TAKES_OF = listed("takes_of")
TAKES_FOR = listed("takes_for")


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of name words at the tokens first..last; `known` when the gazetteer knows all of it."""

    first: int
    last: int
    known: gazetteer.Known | None = None


def chunks(view: View, sentence: Sentence, sure: frozenset[str]) -> Iterator[Chunk]:
    """Yield the chunks of one sentence; `sure` are words that stand capitalised inside a sentence of the report."""
    at, end = sentence.first, sentence.last
    loud = shouted(view, sentence)
    while at < end:
        if not (upper(view.words[at]) or view.words[at][0] == "a" or view.norms[at].isdigit()):
            at += 1
            continue
        begins = _begins(view, sentence, at)
        found = gazetteer.match(view.words, at, end)
        if found is not None and _stands(view, found, begins):
            run = _run(view, at, end, loud, begins, sure)
            if run <= found.last:
                yield Chunk(at, found.last, found.known)
                at = found.last
                continue
        last = _run(view, at, end, loud, begins, sure)
        if last == at:
            at += 1
            continue
        yield Chunk(at, last)
        at = last


def _stands(view: View, found: gazetteer.Match, begins: bool) -> bool:
    """Tell whether a known name is no common word here ('Male', 'Reading', 'WHO' and 'US' in capitals)."""
    if found.last - found.first > 1 or not begins:
        return True
    return view.proper[found.first] > 0.25 or view.words[found.first].isupper()


def _begins(view: View, sentence: Sentence, at: int) -> bool:
    """Tell whether a word is capitalised for its place: first in the sentence, or after an opening mark or a colon."""
    return at == sentence.first or (
        at > 0 and (view.words[at - 1] in OPENING or view.norms[at - 1] in (".", "...", "…"))
    )


def shouted(view: View, sentence: Sentence) -> bool:
    """Tell whether capitals mean nothing in this sentence: a headline, or shouting."""
    long = [w for w in view.words[sentence.first : sentence.last] if len(w) > 3 and w[0].isalpha()]
    return len(long) > 4 and sum(1 for w in long if upper(w)) > 0.8 * len(long)


def _is_name(view: View, at: int, doubtful: bool, sure: frozenset[str]) -> bool:
    """Tell whether the word at `at` is a name word; where capitals are `doubtful` it must be no common word."""
    word, norm = view.words[at], view.norms[at]
    if not upper(word):
        return norm[:3] in ("al-", "el-", "ul-", "an-", "as-") and len(word) > 3 and word[3].isupper()
    if not word[0].isupper():
        return True
    if norm in ("i", "ok", "o") or (norm in CALENDAR and view.tags[at] != "VERB" and not word.isupper()):
        return False
    if word.isupper() and len(word) > 1:
        if norm in INITIALISMS:
            return False
        labelled = view.norm(at + 1) == ":" and len(word) > 2 and norm not in LABELS
        return view.proper[at] > 0.3 or norm in ("who", "us", "un", "eu", "uk") or labelled
    if not doubtful:
        return view.tags[at] not in ("PRON", "CCONJ", "AUX", "SCONJ") or word in sure
    given = word in given_names()
    if starts(word) or not (view.proper[at] > 0.5 or word in sure or (given and view.proper[at] > 0.2)):
        return False
    return view.proper[at] >= SURELY or word in sure or given or not _in_dictionary(norm)


@lru_cache(maxsize=16384)
def _in_dictionary(norm: str) -> bool:
    """Tell whether a dictionary of common words has the word in any inflected form."""
    import lemminflect

    return bool(lemminflect.getAllLemmas(norm))


def _run(view: View, at: int, end: int, shouted: bool, begins: bool, sure: frozenset[str]) -> int:
    """Return the end of the run of name words that begins at `at`; `at` itself when none does."""
    if not _is_name(view, at, shouted or begins, sure) and not _leads(view, at, end, shouted, begins, sure):
        return at
    last = at + 1
    while last < end and last - at < LONGEST:
        if view.norms[last] == "." or (view.norms[last] in CALENDAR and view.words[last][0].isupper()):
            break
        if upper(view.words[last]) or view.norms[last][:3] in ("al-", "el-"):
            if not _is_name(view, last, shouted, sure):
                break
            last += 1
            continue
        onward = _over(view, at, last, end)
        if onward == last:
            break
        last = onward
    return last


def _leads(view: View, at: int, end: int, shouted: bool, begins: bool, sure: frozenset[str]) -> bool:
    """Tell whether a common word at the beginning of a sentence opens a name: 'Foreign Minister X', 'Minister of Mines X', 'Reserve Bank'."""
    word = view.words[at]
    if view.norms[at] in titles() and view.norm(at + 1) in ("of", "for") and at + 2 < end:
        return not shouted and word[0].isupper() and upper(view.words[at + 2])
    if shouted or not begins or starts(word) or not word[0].isupper() or at + 1 >= end or not upper(view.words[at + 1]):
        return False
    return (
        view.tags[at] not in FUNCTION and view.tags[at] not in ("ADV", "VERB") and _is_name(view, at + 1, False, sure)
    )


def _over(view: View, first: int, at: int, end: int) -> int:
    """Return the index after the name word that a connecting word at `at` leads to; `at` when it connects nothing."""
    norm = view.norms[at]
    after = at + 1
    while after < end and view.norms[after] in PARTICLES and norm in PARTICLES:
        after += 1
    if after >= end:
        return at
    if norm in PARTICLES and norm not in ("e", "y") and upper(view.words[after]):
        return after + 1
    if norm in ("of", "for"):
        takers = TAKES_OF if norm == "of" else TAKES_FOR
        target = after + 1 if view.norms[after] == "the" and after + 1 < end else after
        if (
            any(w in takers for w in view.words[first:at])
            and view.words[at - 1] in takers | {"States"}
            and upper(view.words[target])
        ):
            return target + 1 if view.norms[target] not in CALENDAR else at
        return at
    if norm in ("and", "&") and upper(view.words[after]):
        if norm == "&" or view.heard.get(at) == view.heard.get(at - 1) == view.heard.get(after) == "organisation":
            return after + 1
        inside = view.norms[first:at]
        fields = ("of" in inside or "for" in inside) and view.words[first] in TAKES_OF | TAKES_FOR
        if (
            fields
            and view.norms[after] not in titles()
            and view.words[after] not in TAKES_OF
            and _in_dictionary(view.norms[after])
        ):
            return after + 1
        return at
    if norm == "'s":
        last = after
        while last < min(after + 3, end) and upper(view.words[last]):
            last += 1
        return last if last > after and view.words[last - 1] in OWNED else at
    return at


def name_start(view: View, first: int, last: int) -> int:
    """Return where the name begins in a chunk that opens with a title; `first` when it has none, `last` when it is title throughout."""
    for at in range(last - 1, first - 1, -1):
        norm = view.norms[at].rstrip(".")
        if norm in titles() or norm.rpartition("-")[2] in titles():
            heard = all(view.heard.get(i) == "person" for i in range(first, last)) and view.norm(first - 1) != "the"
            surname = (at > first and view.words[first] in given_names()) or (heard and at + 1 == last)
            if surname or (view.words[at] in given_names() and at + 1 < last and at == first):
                return first
            return _past_field(view, at + 1, last)
    return first


def _past_field(view: View, at: int, last: int) -> int:
    """Return where the name begins after a title that names its field: 'Minister of Foreign Affairs NAME'."""
    if at >= last or view.norms[at] not in ("of", "for"):
        return at
    at += 1
    while (
        at < last
        and view.words[at] not in given_names()
        and (view.norms[at] in ("the", "and", "&") or _in_dictionary(view.norms[at]))
    ):
        at += 1
    return at
