"""Phrases without a name: nameless persons and groups, bodies by their common noun, documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.language.mentions.evidence import SAYING
from sayso.language.mentions.lexicon import CALENDAR, bodies, documents, people
from sayso.language.mentions.view import View, upper
from sayso.model import MentionKind, Sentence

DETERMINERS = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "some",
        "any",
        "each",
        "every",
        "another",
        "many",
        "several",
        "few",
        "both",
        "all",
        "most",
        "various",
        "certain",
        "numerous",
        "other",
        "one",
        "two",
    ]
)
OWNERS = frozenset(["his", "her", "its", "their", "our", "my", "your"])
BEFORE_HEAD = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
MEMBERS = frozenset(
    [
        "group",
        "number",
        "pair",
        "handful",
        "dozen",
        "dozens",
        "hundreds",
        "thousands",
        "scores",
        "series",
        "majority",
        "minority",
        "couple",
        "trio",
        "team",
        "one",
        "some",
        "many",
        "several",
        "two",
        "three",
        "four",
        "five",
        "six",
        "none",
        "most",
        "both",
        "half",
    ]
)
LINKS = {
    "person": frozenset(["of", "for", "at", "with", "from", "within", "inside", "on"]),
    "body": frozenset(["of", "for"]),
    "document": frozenset(["of", "from", "by"]),
}
CLOSE = frozenset({("close", "to"), ("familiar", "with"), ("briefed", "on"), ("involved", "in"), ("loyal", "to")})
INDEFINITE = frozenset(["someone", "somebody", "anyone", "anybody", "everyone", "everybody", "nobody"])
FARTHEST = 12
"""How many words before its head a description may begin."""
MEDIA = frozenset(
    [
        "facebook",
        "telegram",
        "twitter",
        "x",
        "instagram",
        "linkedin",
        "weibo",
        "vk",
        "blog",
        "media",
        "online",
        "social",
        "tiktok",
        "deleted",
    ]
)
WEAK = frozenset(
    [
        "authority",
        "authorities",
        "command",
        "commands",
        "movement",
        "movements",
        "alliance",
        "alliances",
        "channel",
        "channels",
        "mission",
        "missions",
        "church",
        "churches",
        "exchange",
        "exchanges",
        "portal",
        "portals",
        "federation",
        "utility",
        "utilities",
        "outlet",
        "outlets",
        "operator",
        "operators",
        "board",
        "boards",
        "panel",
        "panels",
        "group",
        "groups",
        "inquiry",
        "inquiries",
        "palace",
        "palaces",
        "presidency",
        "daily",
        "marines",
        "radio",
        "railway",
        "railways",
        "school",
        "schools",
        "campaign",
        "campaigns",
        "camp",
        "camps",
        "council",
        "councils",
        "union",
        "unions",
        "party",
        "parties",
        "association",
        "associations",
        "commission",
        "commissions",
        "agency",
        "agencies",
        "department",
        "departments",
        "bureau",
        "college",
        "colleges",
        "committee",
        "committees",
        "administration",
        "customs",
        "supplier",
        "suppliers",
        "retailer",
        "retailers",
        "contractor",
        "contractors",
        "developer",
        "weekly",
        "paper",
        "papers",
        "intelligence",
        "club",
        "clubs",
    ]
)
"""Nouns that name a body only in company: with a noun before them, an article, or a verb of saying after them."""
COUNTLESS = frozenset(
    [
        "police",
        "parliament",
        "congress",
        "intelligence",
        "management",
        "customs",
        "television",
        "radio",
        "personnel",
        "staff",
        "press",
        "media",
        "clergy",
        "public",
        "city-hall",
        "hall",
        "troops",
        "navy",
        "command",
        "opposition",
    ]
)
"""Singular nouns that stand for a body without an article."""
AMBIGUOUS = frozenset(
    [
        "force",
        "forces",
        "command",
        "local",
        "paper",
        "post",
        "note",
        "record",
        "records",
        "law",
        "book",
        "minutes",
        "tape",
        "brief",
        "notice",
        "file",
        "draft",
        "intelligence",
        "group",
        "board",
        "party",
        "union",
        "customs",
        "press",
        "radio",
        "public",
        "media",
        "family",
        "community",
        "host",
        "guide",
        "order",
        "medical",
        "general",
        "major",
        "monitor",
        "national",
        "patient",
    ]
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase at the tokens first..last with its head noun at head..head_last and what it describes."""

    first: int
    last: int
    head: int
    head_last: int
    kind: MentionKind
    definite: bool


def phrases(view: View, sentence: Sentence) -> Iterator[Phrase]:
    """Yield the descriptions of one sentence; they may overlap where one is part of another."""
    at = sentence.first
    while at < sentence.last:
        found = _head(view, at, sentence.last)
        if found is None:
            at += 1
            continue
        last, kind = found
        phrase = _phrase(view, sentence, at, last, kind)
        if phrase is not None:
            yield phrase
        at = last


def _head(view: View, at: int, end: int) -> tuple[int, MentionKind] | None:
    """Return the end and the kind of the head noun that begins at `at`, the longest first; None when none does."""
    for length in (3, 2, 1):
        last = at + length
        if last > end:
            continue
        noun = _joined(view, at, last)
        kind = _kind(noun)
        if kind is None:
            continue
        if view.tags[last - 1] not in ("NOUN", "PROPN") and (
            noun in AMBIGUOUS or view.tags[last - 1] in ("VERB", "AUX", "ADP")
        ):
            continue
        if (
            noun in people()
            and not people()[noun]
            and view.norm(last) == "'s"
            and length == 1
            and view.norm(last + 1) == ""
        ):
            continue
        if noun in ("head", "heads", "deputy head") and view.norm(last) not in ("of", "coach", "teacher"):
            return None
        if kind == "document" and not _carries_words(view, at, last, noun):
            return None
        if (
            kind not in ("document", "nameless person", "nameless group")
            and upper(view.words[last - 1])
            and at > 0
            and view.words[at - 1][-1].isalnum()
        ):
            return None  # part of a name
        nxt = view.tags[last] if last < end else ""
        if nxt in ("ADJ", "NOUN") and view.tags[last - 1] in ("ADJ", "PROPN") and not _role_before_name(view, last):
            return None
        compound = nxt == "NOUN" and view.norm(last) not in ("'s", "'") and not _role_before_name(view, last)
        if compound and (length > 1 or view.tags[last - 1] != "PROPN"):
            return None  # the head of a compound is its last noun: 'army spokesman', 'report card'
        return last, kind
    return None


def _carries_words(view: View, at: int, last: int, noun: str) -> bool:
    """Tell a document from what bears the same name: a newspaper called Post, a command post."""
    if upper(view.words[last - 1]) and view.norm(at - 1) == "the":
        return False
    if noun in ("reports", "notes", "posts", "records", "polls", "documents") and at > 0 and upper(view.words[at - 1]):
        following = view.tags[last] if last < len(view.tags) else "PUNCT"
        if following not in ("VERB", "AUX", "ADP") and view.tags[at - 1] != "NUM":
            return False  # 'the Evening Mail reports'
    if noun == "minutes":
        return view.norm(at - 1) == "the" and view.norm(last) == "of"
    if noun == "dispatch" and view.norm(last) == "of":
        return False
    if noun in ("post", "posts"):
        return view.norm(at - 1) in MEDIA or view.norm(last) in ("on", "by")
    return True


def _role_before_name(view: View, at: int) -> bool:
    return upper(view.words[at])


def _joined(view: View, at: int, last: int) -> str:
    out = ""
    for i in range(at, last):
        norm = view.norms[i]
        out += norm if norm == "'s" or not out else " " + norm
    return out


def _kind(noun: str) -> MentionKind | None:
    single = True if noun in ("someone", "somebody") else people().get(noun)
    if single is None and "-" in noun:
        single = people().get(noun.rpartition("-")[2]) if len(noun.rpartition("-")[2]) > 4 else None
    if single is not None:
        return "nameless person" if single else "nameless group"
    if noun in bodies():
        return bodies()[noun]
    return "document" if noun in documents() else None


def _phrase(view: View, sentence: Sentence, head: int, head_last: int, kind: MentionKind) -> Phrase | None:
    first, definite = _left(view, sentence, head)
    noun = view.norms[head_last - 1]
    bare = first == head
    if bare and kind == "nameless person" and not _bare_person(view, sentence, head, head_last):
        return None
    if bare and kind == "document" and documents().get(noun, False):
        return None
    if bare and noun in AMBIGUOUS:
        return None
    if not kind.startswith("nameless") and kind != "document" and not _stands(view, sentence, first, head, head_last):
        return None
    first, kind = _members(view, sentence, first, kind)
    family = "document" if kind == "document" else "person" if kind.startswith("nameless") else "body"
    if family == "document":
        first = _own_words(view, first, head)
    last = _right(view, sentence, head_last, family)
    return Phrase(first, last, head, head_last, kind, definite)


def _bare_person(view: View, sentence: Sentence, head: int, last: int) -> bool:
    """Tell whether a singular noun without an article still means somebody: an office after a name, a capitalised one, 'someone'."""
    if view.norms[head] in INDEFINITE or (upper(view.words[head]) and head != sentence.first):
        return True
    after = view.norm(last)
    if (after, view.norm(last + 1)) in CLOSE:
        return True
    return view.norm(head - 1) == "," and after in ("of", "for", "at", "to")


def _stands(view: View, sentence: Sentence, first: int, head: int, last: int) -> bool:
    """Tell whether a common noun for a body means one here."""
    noun = view.norms[last - 1]
    plain = all(view.tags[i] in ("ADJ", "VERB", "NUM", "ADV") for i in range(first, head))
    if plain and not noun.endswith("s") and noun not in COUNTLESS:
        return False
    if noun not in WEAK or last - head > 1:
        return not (plain and noun in WEAK)
    modified = head > first and (view.tags[head - 1] in ("NOUN", "PROPN") or view.norms[head - 1] in ("'s", "'"))
    speaks = last < sentence.last and view.norms[last] in SAYING
    return (
        modified
        or speaks
        or (not noun.endswith("s") and view.norms[first] in ("the", "a", "an") and not _many(view, last))
    )


def _many(view: View, at: int) -> bool:
    """Tell whether 'of' and people follow: 'a group of residents' is them, not a body."""
    return view.norm(at) == "of" and any(view.norm(at + i) in people() for i in (1, 2, 3))


def _own_words(view: View, first: int, head: int) -> int:
    """Return where a document's phrase begins without the owner that speaks through it ("the union's" letter)."""
    owners = [i for i in range(first, head) if view.norms[i] in ("'s", "'")]
    return owners[-1] + 1 if owners else first


def _left(view: View, sentence: Sentence, head: int) -> tuple[int, bool]:
    """Return where the phrase begins, and whether it is definite."""
    first = head
    while first > max(sentence.first, head - FARTHEST):
        at = first - 1
        norm, tag = view.norms[at], view.tags[at]
        if norm == "that" and (tag != "DET" or view.norms[head].endswith("s")):
            break
        if norm in DETERMINERS or norm in OWNERS:
            first = at
            definite = norm in ("the", "this", "that", "these", "those") or norm in OWNERS
            if norm not in ("the", "these", "those") and at > sentence.first and view.norms[at - 1] == "the":
                return at - 1, True
            return first, definite
        if norm in ("'s", "'") and at > sentence.first and (tag == "PART" or view.tags[first] in ("ADJ", "NOUN")):
            owner = at - 1
            start = owner
            while start > max(sentence.first, owner - 6) and (
                view.tags[start - 1] in ("PROPN", "NOUN", "ADJ") or view.norms[start - 1] in ("the", "a", "an", "of")
            ):
                start -= 1
                if view.norms[start] in ("the", "a", "an"):
                    break
            while view.norms[start] in ("of",):
                start += 1
            return start, True
        if norm in CALENDAR or (tag == "NUM" and view.tags[first] == "NUM" and first < head):
            break
        participle = (
            tag == "VERB"
            and norm.endswith(("ed", "ing", "en"))
            and at > sentence.first
            and (view.norms[at - 1] in DETERMINERS | OWNERS or view.tags[at - 1] in ("ADJ", "NUM", "DET"))
        )
        adverb = tag == "ADV" and first < head and view.tags[first] == "ADJ" and norm.endswith("ly")
        if tag in BEFORE_HEAD or participle or adverb:
            first = at
            continue
        if (
            norm == "and"
            and first < head
            and view.tags[first] in ("ADJ", "NOUN")
            and view.tags[at - 1] == "ADJ"
            and at - 1 > sentence.first
            and view.tags[at - 2] in ("DET", "NUM")
        ):
            first = at
            continue
        break
    return first, False


def _members(view: View, sentence: Sentence, first: int, kind: MentionKind) -> tuple[int, MentionKind]:
    """Widen 'bankers' to 'one of the bankers', 'a group of residents'."""
    at = first - 1
    if kind not in ("nameless group", "nameless person") or at <= sentence.first or view.norms[at] != "of":
        return first, kind
    word = view.norms[at - 1]
    if word not in MEMBERS and view.tags[at - 1] != "NUM":
        return first, kind
    start = at - 1
    while start > sentence.first and view.tags[start - 1] == "ADJ":
        start -= 1
    if start > sentence.first and view.norms[start - 1] in ("a", "the", "another", "at"):
        start -= 1
    return start, "nameless person" if word == "one" else "nameless group"


def _right(view: View, sentence: Sentence, last: int, family: str) -> int:
    """Return the end of the phrase with what belongs to its head: 'of the bank', 'close to the talks'."""
    links = LINKS[family]
    end = min(sentence.last, last + 20)
    while last + 1 < end:
        norm = view.norms[last]
        if norm in links and not (
            norm in ("with", "on", "from", "at") and family == "person" and not _object_fits(view, last + 1, end)
        ):
            after = _noun_phrase(view, last + 1, end)
        elif (norm, view.norms[last + 1]) in CLOSE and family == "person":
            after = _noun_phrase(view, last + 2, end)
        elif norm == "in" and family == "person" and view.norms[last - 1] == "sources":
            after = _noun_phrase(view, last + 1, end)
        else:
            break
        if after is None:
            break
        last = after
    return last


def _object_fits(view: View, at: int, end: int) -> bool:
    """Tell whether what follows 'with', 'on', 'from', 'at' describes the head rather than the deed ('on Friday', 'at noon')."""
    norm = view.norms[at]
    if norm in CALENDAR or norm.isdigit() or view.tags[at] in ("NUM", "PRON"):
        return False
    if view.norms[at - 1] in ("with", "on"):
        return view.norms[at - 1] == "with" and norm in (
            "direct",
            "knowledge",
            "firsthand",
            "first-hand",
            "access",
            "close",
            "ties",
            "links",
        )
    return norm in ("the", "a", "an") or upper(view.words[at])


def _noun_phrase(view: View, at: int, end: int, deep: bool = True) -> int | None:
    """Return the end of the plain noun phrase that begins at `at`; None when there is none."""
    start = at
    if at < end and (view.norms[at] in DETERMINERS or view.norms[at] in OWNERS):
        at += 1
    noun: int | None = None
    while at < end and at - start < 9:
        tag, norm = view.tags[at], view.norms[at]
        if norm in CALENDAR and upper(view.words[at]):
            break
        if tag in ("NOUN", "PROPN", "NUM") or (tag == "ADJ") or (norm in ("'s", "'") and tag == "PART"):
            at += 1
            if tag in ("NOUN", "PROPN") or (norm in ("'s", "'")):
                noun = at
            continue
        if norm in ("of", "for") and noun == at and deep and at + 1 < end:
            return _noun_phrase(view, at + 1, end, deep=False) or noun
        break
    return noun
