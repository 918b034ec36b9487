"""The names of a dateline: 'PORT ALDER, Nov 4 (NNS) -' gives a place and a news agency."""

from __future__ import annotations

import re

from sayso.language.mentions.view import View
from sayso.model import MentionKind

MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
DATE = rf"(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})(?:,? \d{{4}})?"
CAPITALS = r"[^\W\d_a-zà-ÿ][^\W\d_a-zà-ÿ'’.\- ]{1,30}[^\W\d_a-zà-ÿ]"
TITLED = r"[^\W\d_a-zà-ÿ][\w'’-]+(?: [^\W\d_a-zà-ÿ][\w'’-]+){0,2}"
AGENCY = r"[^\W\d_a-zà-ÿ][\w.&-]*(?: [^\W\d_a-zà-ÿ][\w.&-]*){0,3}"
DATELINE = re.compile(
    rf"(?P<place>{CAPITALS}|{TITLED})(?:, [^\W\d_a-zà-ÿ][\w.'’ -]{{1,20}}?)??"
    rf"(?:, (?P<date>{DATE}))?"
    rf"(?: ?\((?P<agency>{AGENCY})\)|[./] ?/?(?P<named>{AGENCY})/?(?=[./\-–— ])|, (?P<listed>{AGENCY})(?= ?[-–—.]))?"
    r"\s*(?P<dash>[-–—]+|[.:/])\s"
)


def dateline_names(view: View) -> dict[str, MentionKind]:
    """Return the kinds of the names in a dateline at the beginning of the report or of one of its first paragraphs.

    A dateline is told from a sentence by its date or by the agency in it; a bare place needs capitals and a dash.
    """
    found: dict[str, MentionKind] = {}
    for sentence in view.sentences:
        if sentence.paragraph > 2:
            break
        match = DATELINE.match(view.text, sentence.span.start, sentence.span.start + 120)
        if match is None:
            continue
        agency = match["agency"] or match["named"] or (match["listed"] if match["date"] else None)
        bare = match["place"].isupper() and match["dash"][0] in "-–—"
        if not (match["date"] or (match["agency"] and match["dash"][0] in "-–—") or bare):
            continue
        found[match["place"].replace("’", "'")] = "place"
        if agency:
            found[agency.replace("’", "'").rstrip(".")] = "news agency"
        break
    return found
