"""Claims of which one affirms what the other denies."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from sayso.comparison.differences import Difference, comparable, earlier_first
from sayso.comparison.opposites import contrary, sides_of
from sayso.comparison.profile import Profile
from sayso.comparison.same import Likeness
from sayso.comparison.times import to_come
from sayso.comparison.words import tells, terms, tokens
from sayso.model import Claim

_LEAST = 0.2  # likelihood that a pair of one proposition says the same
_ALONE = 0.4  # the same for a pair of two propositions
_ASIDE, _FAINT = 0.3, 0.9  # below it, down to this: too faint to tell by itself, it may stand for a surer pair
_CONTRARY = 0.25  # the same for a pair that says the contrary in words of their own ('in service', 'shut')
BORNE = 0.32  # share of what the denial bears on that the other claim speaks of
_WORDS = 2  # words that both claims share at least
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"  # noqa: SIM905
    " september october november december".split()
)
_SURELY = 0.35  # likelihood of a pair of one proposition of which one says that a thing was not there
_PRONOUNS = frozenset({"it", "he", "she", "they", "we", "i", "you", "this", "that"})
_SHORTEST = 4  # words
_SURE = ("certain", "probable")
_NEGATING = frozenset(
    "no not nor never none nobody nothing neither without denied denies deny denying denial rejected rejects"  # noqa: SIM905
    " rejecting dismissed dismisses refuted disputes disputed".split()
)
# Words that call all the rest of their clause untrue.
_UNTRUE = frozenset(
    "false untrue lie lies invention fabrication hoax nonsense baseless unfounded groundless fake bogus slander".split()  # noqa: SIM905
)
_RECALLED = re.compile(
    r"\bwe (?:also |had )?(?:wrote|reported|announced|published|claimed)\b|\b(?:i|we) (?:was|were|am|are) writing\b",
    re.IGNORECASE,
)
_CIRCUMSTANCES = (["when"], ["after"], ["before"], ["since"], ["until"])
_ABSENT = re.compile(
    r"\b(?:there (?:was|were|is|are|had been) (?:no|not an?|never an?)|nor (?:was|were|is|are) there)\b", re.IGNORECASE
)
_DUTY = re.compile(
    r"\b(?:obligation|obliged|requirement|required|duty|rules?|right|exemption|waiver|order|permission) (?:\w+ ){0,2}?(?:to|that)\b",
    re.IGNORECASE,
)
# 'no second source', 'no longer', 'no more than': nothing is denied of what follows
_HARMLESS = frozenset(
    {
        "second",
        "other",
        "further",
        "more",
        "additional",
        "longer",
        "doubt",
        "fewer",
        "less",
        "later",
        "sooner",
        "only",
        "sign",
        "signs",
        "matter",
    }
)
FAILING = frozenset({"fail", "fails", "failed", "failing", "failure", "missed", "misses", "unable", "unpaid"})
_NOT_FAILED_AT = frozenset("on in at and but when after before because during as while near under again".split())  # noqa: SIM905
"""Behind these 'failed' tells that a thing broke, not what was left undone."""
_FIRST = 2  # of these the other claim speaks of one at least
_FOCUS = 5  # telling words behind the negation that it bears on


def affirms(claim: Claim) -> bool | None:
    """Tell whether a claim affirms what it speaks of: 'failed to pay' denies a payment, 'no failed payment' affirms it; None when it leaves that open."""
    if claim.polarity == "unknown" or claim.certainty not in _SURE:
        return None
    words = tokens(claim.exact)
    if len(words) < _SHORTEST or _RECALLED.search(claim.exact) or _DUTY.search(claim.exact):
        return None  # an outlet that recalls what it wrote, a rule about what is to be done: neither states it
    if claim.polarity == "positive" and words[0].endswith("ing") and words[1] == "that":
        return None  # 'after confirming that ...': a circumstance, whose subject is told elsewhere
    failing = fails(words)
    stated = tokens(claim.text or claim.exact)
    if claim.polarity == "positive" and any(_negates(word) or word in _UNTRUE for word in stated):
        return None  # something is denied in passing: too deep to judge
    return (claim.polarity == "positive") != failing


def fails(words: Sequence[str]) -> bool:
    """Tell whether words say that something was not done: 'failed to pay', 'missed'; a dam that failed did break."""
    return any(failing_at(words, at) for at in range(len(words)))


def failing_at(words: Sequence[str], at: int) -> bool:
    """Tell whether the word at `at` is one of not doing; 'fail' is, where what was to be done follows."""
    word = words[at]
    return word in FAILING and (
        not word.startswith("fail") or at + 1 == len(words) or words[at + 1] not in _NOT_FAILED_AT
    )


def _negates(word: str) -> bool:
    return word in _NEGATING or word.endswith(("n't", "n’t"))


def focus(claim: Claim) -> Mapping[str, float]:
    """Return the terms that the denial in a claim bears on: those of the few telling words right behind the word that denies or fails.

    All terms when the cue, or a word like 'invention', denies the whole content; none when nothing telling follows.
    """
    words = tokens(claim.exact)
    if any(word in _UNTRUE for word in words):
        return _fading([w for w in words if w not in _UNTRUE and not _negates(w) and _telling(w)])
    for at, word in enumerate(words):
        if failing_at(words, at) or _negates(word):
            after = words[at + 1 :]
            if after and after[0] in _HARMLESS:
                return {}
            return _fading([w for w in after if _telling(w)][:_FOCUS])
    return _fading([w for w in _denied(claim) if _telling(w)]) if claim.stance == "deny" else {}


def _denied(claim: Claim) -> list[str]:
    """Return the words behind the cue that denies ('X denied that ...'), or all where the cue stands elsewhere."""
    cues = [cue for words in claim.attributions[-1:] for cue in words.cue if claim.start <= cue.start < claim.end]
    behind = tokens(claim.exact[max(cue.end for cue in cues) - claim.start :]) if cues else []
    return behind if any(map(_telling, behind)) else tokens(claim.exact)


def _telling(word: str) -> bool:
    return tells(word) and word not in _CALENDAR and not word[0].isdigit()


def _fading(words: Sequence[str]) -> dict[str, float]:
    """Return the terms of words, each word counting less than the one before."""
    found: dict[str, float] = {}
    for at, word in enumerate(words):
        for term, weight in terms(word).items():
            found[term] = max(found.get(term, 0.0), weight * 0.8**at)
    return found


def denial_differences(given: Sequence[Profile], alike: Likeness, label: Sequence[int]) -> list[Difference]:
    """Return the pairs of which one affirms and one denies the same, both sure enough, from different vouchers.

    What the denial bears on must stand in the other claim too: 'the mission has not spoken' denies nothing about its return.
    """
    found = []
    sides = [affirms(profile.claim) for profile in given]
    taken = [sides_of(profile.claim.exact) for profile in given]
    for (i, j), chance in sorted(alike.of.items()):
        if chance < (_LEAST if label[i] == label[j] else _ASIDE) or not comparable(given, i, j):
            continue
        one, two = sides[i], sides[j]
        if one is None or two is None:
            continue
        if one == two:
            now = to_come(given[i].claim) == to_come(given[j].claim)  # what is shut may be due to open
            if one and now and chance >= _CONTRARY and (taken[i] and taken[j]) and contrary(taken[i], taken[j]):
                a, b = earlier_first(given, i, j)
                faint = _FAINT if label[i] != label[j] and chance < _ALONE else 1.0
                found.append(Difference(a, b, "one says the contrary of the other", round(faint * chance, 6)))
            continue
        denying, other = (j, i) if one else (i, j)
        if any(figure.denied for figure in given[denying].numbers):
            continue  # 'did not exceed 40' denies other figures, and those are compared as such
        plainly = label[i] == label[j] and chance >= _SURELY and given[other].claim.kind == "statement"
        plainly = plainly and tokens(given[other].claim.exact)[:1] not in _CIRCUMSTANCES
        least = 1 if plainly and _absent(given[denying].claim) else _WORDS
        share = borne(given[denying], given[other], least)
        if share < BORNE or not _same_subject(given[denying], given[other]):
            continue
        a, b = earlier_first(given, i, j)
        faint = _FAINT if label[i] != label[j] and chance < _ALONE else 1.0
        found.append(Difference(a, b, "one affirms what the other denies", round(faint * chance * share**0.5, 6)))
    return found


def _same_subject(denying: Profile, other: Profile) -> bool:
    """Tell whether what stands before the denial is known to the other claim too: 'a log has no contract' denies nobody else's contract."""
    if denying.claim.stance == "deny" and _denied(denying.claim) != tokens(denying.claim.exact):
        return True  # what stands before the cue is who denies
    words = tokens(denying.claim.text or denying.claim.exact)
    at = next((n for n, word in enumerate(words) if _negates(word) or failing_at(words, n)), 0)
    before = [word for word in words[:at] if _telling(word)]
    if not before or _PRONOUNS & set(tokens(other.claim.exact)[:3]) or _PRONOUNS & set(words[:at]):
        return True
    return any(term in other.own for word in before for term in terms(word))


def _absent(claim: Claim) -> bool:
    """Tell whether a claim says that something was not there: 'there was no guard aboard', 'nor was there a guard'."""
    return _ABSENT.search(claim.exact) is not None


def _meets(denying: Claim, other: Profile) -> bool:
    """Tell whether the other claim speaks of what is denied first: 'no official confirmation of aid' denies a confirmation, not the aid."""
    words = tokens(denying.exact)
    if any(word in _UNTRUE for word in words):
        return True
    at = next((n for n, word in enumerate(words) if _negates(word) or failing_at(words, n)), None)
    first = [word for word in words[at + 1 :] if _telling(word)][:_FIRST] if at is not None else []
    # A word of several concepts ('official') means none of them for sure.
    plain = [term for word in first for term, weight in terms(word).items() if weight >= 1.0]
    return not first or any(term in other.own for term in plain)


def borne(denying: Profile, other: Profile, least: int = _WORDS) -> float:
    """Return how much of what the denial bears on the other claim speaks of, 0-1; 0 when they share fewer than `least` words."""
    bears = {term: weight * denying.weight(term) for term, weight in focus(denying.claim).items()}
    total = sum(bears.values())
    words = [terms(word) for word in sorted(set(tokens(denying.claim.exact))) if word not in _CALENDAR]
    shared = sum(any(term in other.own and not term[0].isdigit() for term in word) for word in words)
    if not total or shared < least or not _meets(denying.claim, other):
        return 0.0
    return sum(weight for term, weight in bears.items() if term in other.own) / total
