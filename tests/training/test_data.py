"""Readers of the corpora, on fiction in their formats; nothing here needs PyTorch."""

from __future__ import annotations

from pathlib import Path

from benchmarks.quality.spacing import gaps

from sayso.language.encoder.features import GLUED, PARAGRAPH, SPACE
from sayso.language.encoder.labels import NAMES, RELATIONS, UPOS
from training.data.others import wnut
from training.data.polnear import polnear
from training.data.timebank import OPEN, POSSIBLE, UNKNOWN, timebank
from training.data.treebanks import retokenised, treebank

TREES = """# newdoc id = mill
# newpar id = mill-p1
# sent_id = mill-1
1\tAna\tAna\tPROPN\tNNP\t_\t4\tnsubj\t_\tEntity=(1-person-new-nnnnn-cf1-1-sgl|SpaceAfter=No
2\t-\t-\tPUNCT\tHYPH\t_\t3\tpunct\t_\tSpaceAfter=No
3\tRoe\tRoe\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=1)
4\tsaw\tsee\tVERB\tVBD\t_\t0\troot\t_\t_
5\tBrack\tBrack\tPROPN\tNNP\t_\t4\tobj\t_\tEntity=(2-place-new-nnnnn-cf2-1-sgl)|SpaceAfter=No
6\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# sent_id = mill-2
1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
1\tDo\tdo\tAUX\tVB\t_\t0\troot\t_\t_
2\tn't\tnot\tPART\tRB\t_\t1\tadvmod\t_\t_
3\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_
"""


def tree(tmp_path: Path):  # type: ignore[no-untyped-def]
    file = tmp_path / "mill.conllu"
    file.write_text(TREES, "utf-8")
    (document,) = treebank(file, "gum")
    return document


def test_a_treebank_gives_words_gaps_ends_and_trees(tmp_path: Path) -> None:
    document = tree(tmp_path)
    assert document.forms == ["Ana", "-", "Roe", "saw", "Brack", ".", "Do", "n't", "."]
    assert document.gaps == [PARAGRAPH, GLUED, GLUED, SPACE, SPACE, GLUED, SPACE, GLUED, GLUED]
    assert document.ends == [0, 0, 0, 0, 0, 1, 0, 0, 1]
    assert document.heads == [3, 2, 0, 3, 3, 3, 6, 6, 6]
    assert [UPOS[t] for t in document.upos[6:]] == ["AUX", "PART", "PUNCT"]


def test_names_are_the_proper_nouns_of_a_mention(tmp_path: Path) -> None:
    document = tree(tmp_path)
    assert [NAMES[t] for t in document.names["gum"][:6]] == ["B-PER", "I-PER", "I-PER", "O", "B-LOC", "O"]


def test_our_own_words_keep_the_tree(tmp_path: Path) -> None:
    made = retokenised(tree(tmp_path))
    assert made is not None
    assert made.forms == ["Ana-Roe", "saw", "Brack", ".", "Do", "n't", "."]
    assert made.heads == [1, 1, 1, 1, 4, 4, 4]
    assert [RELATIONS[r] for r in made.relations[:3]] == ["nsubj", "root", "obj"]
    assert made.ends == [0, 0, 0, 1, 0, 0, 1]


def test_attributions_are_ranges_of_words(tmp_path: Path) -> None:
    text = "Ana Roe said that the mill, an old one, had burnt.\nNobody slept."
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "mill.txt").write_text(text, "utf-8")

    def at(words: str) -> str:
        return f"{text.index(words)} {text.index(words) + len(words)}"

    lines = [
        f"T1\tSource {at('Ana Roe')}\tAna Roe",
        f"T2\tCue {at('said')}\tsaid",
        f"T3\tContent {at('that the mill')};{at('had burnt')}\tthat the mill had burnt",
        "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1",
    ]
    (tmp_path / "attributions" / "mill_ab12.ann").write_text("\n".join(lines) + "\n", "utf-8")
    (document,) = polnear(tmp_path)
    ((one,),) = document.said
    assert [document.forms[a:b] for a, b in (one.cue, *one.source, *one.content)] == [
        ["said"],
        ["Ana", "Roe"],
        ["that", "the", "mill"],
        ["had", "burnt"],
    ]
    assert document.gaps[document.forms.index("Nobody")] == PARAGRAPH


def test_words_stored_apart_are_joined_as_print_does() -> None:
    words = ["He", "said", ",", '"', "No", ",", '"', "twice", "(", "once", ")", "."]
    glued = [word for word, gap in zip(words, gaps(words), strict=True) if gap == GLUED]
    assert glued == [",", "No", ",", '"', "once", ")", "."]


def test_rare_names_fold_into_four_kinds(tmp_path: Path) -> None:
    file = tmp_path / "names.conll"
    file.write_text("Brack\tB-location\nMills\tI-location\nsang\tO\n\t\nOrb\tB-creative-work\n", "utf-8")
    one, other = wnut(file)
    assert [NAMES[t] for t in one.names["wnut"]] == ["B-LOC", "I-LOC", "O"]
    assert [NAMES[t] for t in other.names["wnut"]] == ["B-OTHER"]


def test_a_word_that_heads_a_mention_has_its_number(tmp_path: Path) -> None:
    document = tree(tmp_path)
    assert document.groups == [1, -1, -1, -1, 2, -1, -1, -1, -1]
    made = retokenised(document)
    assert made is not None
    assert made.groups == [1, -1, 2, -1, -1, -1, -1]


EVENTS = """<TimeML><DOCID>mill</DOCID><TEXT>
The mill <EVENT eid="e1">burned</EVENT>. It may <EVENT eid="e2">reopen</EVENT>. Nobody was <EVENT eid="e3">hurt</EVENT>. They want to <EVENT eid="e4">sell</EVENT> and would
<EVENT eid="e5">move</EVENT>.
</TEXT>
<MAKEINSTANCE eiid="i1" eventID="e1" polarity="POS"/><MAKEINSTANCE eiid="i2" eventID="e2" polarity="POS" modality="may"/>
<MAKEINSTANCE eiid="i3" eventID="e3" polarity="NEG"/><MAKEINSTANCE eiid="i4" eventID="e4" polarity="POS"/>
<MAKEINSTANCE eiid="i5" eventID="e5" polarity="POS" modality="would"/>
<SLINK relType="MODAL" eventInstanceID="i9" subordinatedEventInstance="i4"/></TimeML>"""


def test_events_have_their_polarity_and_modality(tmp_path: Path) -> None:
    (tmp_path / "mill.tml").write_text(EVENTS, "utf-8")
    (document,) = [*timebank([tmp_path], aside=False), *timebank([tmp_path], aside=True)]
    assert document.sides is not None
    said = {document.forms[at]: side for at, side in document.sides.items()}
    assert said == {"burned": (0, 0), "reopen": (0, POSSIBLE), "hurt": (1, 0), "sell": (0, OPEN), "move": (0, UNKNOWN)}
