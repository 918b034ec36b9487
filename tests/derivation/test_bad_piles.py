"""Piles that invite a false parent or a blow-up: no edge that is not there, no time that grows with the square."""

import time
from pathlib import Path

import pytest

import sayso
from tests.derivation.pile import OWN_EYES, WEAVERS, edges, pile, read, text_edges
from tests.derivation.test_copies import OTHERS

STANDING = """\
The Bridge Herald is an independent paper that was founded in 1871 by the printers of the lower town. It depends on its readers and
takes no money from parties, mills or churches. Write to the letters desk at 4 Weir Lane, or leave a note with the porter before eight."""

CONFERENCE = (
    '"The dam has held since the year of the great comet, and it will hold tonight," {who} told reporters in the town hall.',
    '"We have twelve men on the wall and a bell," {who} said.',
    '"Nobody who sleeps below the mill should undress," {who} added.',
)
FIRST = (
    "Engineer Tora Halvorsen tried to calm the valley on Friday.",
    "Rain had fallen for nine days, and cellars in Weir Lane were full.",
    "Schools stay shut. The mayor was not seen.",
)
SECOND = (
    "People packed the town hall of Grauhaven to hear what would become of them.",
    "A baker asked who would pay for his oven. There was no answer, and a child cried.",
    "Ferries wait at both quays until the danger is past.",
)


def conference(own: tuple[str, ...], who: str) -> str:
    return "\n\n".join(f"{mine} {quoted.format(who=who)}" for mine, quoted in zip(own, CONFERENCE, strict=True))


def headed(outlet: str, text: str, day: str = "05") -> str:
    return f"Title: A title\nOutlet: {outlet}\nPublished: 2041-05-{day}\n\n{text}\n"


def analysed(folder: Path, **files: str) -> sayso.Dossier:
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, "utf-8")
    return sayso.analyse([folder])


def test_one_report_has_no_parent(tmp_path: Path) -> None:
    assert analysed(tmp_path, a_txt=headed("Bridge Herald", WEAVERS)).derivations == ()


def test_no_report_at_all_is_said_in_a_clear_word(tmp_path: Path) -> None:
    with pytest.raises(sayso.SaysoError, match="the folder holds no file"):
        sayso.analyse([tmp_path])


def test_the_same_bytes_count_once(tmp_path: Path) -> None:
    found = analysed(tmp_path, a_txt=headed("Bridge Herald", WEAVERS), b_txt=headed("Bridge Herald", WEAVERS))
    assert len(found.reports) == 1
    assert [(one.reason, "the same bytes" in one.detail) for one in found.unread] == [("read twice", True)]
    assert found.derivations == ()


def test_one_text_in_two_outlets_is_a_copy_of_unknown_direction(tmp_path: Path) -> None:
    found = analysed(tmp_path, a_txt=headed("Bridge Herald", WEAVERS), b_txt=headed("Evening Trumpet", WEAVERS))
    (edge,) = found.derivations
    assert (edge.kind, edge.direction_known, edge.score) == ("copy", False, 1.0)


def test_one_report_as_text_and_as_page_is_one_text(tmp_path: Path) -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in WEAVERS.split("\n\n"))
    page = f"<html><head><title>A title</title></head><body><article><h1>A title</h1>{body}</article></body></html>"
    found = analysed(tmp_path, a_txt=WEAVERS, b_html=page)
    (edge,) = found.derivations
    assert (edge.kind, edge.direction_known) == ("copy", False)


def test_one_report_of_one_outlet_in_two_formats_is_a_copy(tmp_path: Path) -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in WEAVERS.split("\n\n"))
    meta = '<meta property="og:site_name" content="Bridge Herald">'
    page = (
        f"<html><head><title>A title</title>{meta}</head><body><article><h1>A title</h1>{body}</article></body></html>"
    )
    found = analysed(tmp_path, a_txt=headed("Bridge Herald", WEAVERS), b_html=page)
    assert [edge.kind for edge in found.derivations] == ["copy"]


def test_the_standing_note_of_an_outlet_makes_no_parent(tmp_path: Path) -> None:
    files = {
        f"o{n}_txt": headed("Bridge Herald", f"{text}\n\n{STANDING}", f"{n + 1:02}") for n, text in enumerate(OTHERS)
    }
    assert analysed(tmp_path, **files).derivations == ()


def test_a_page_of_quotations_is_a_child_of_nobody_who_heard_them() -> None:
    page = "\n\n".join(line.split('"')[1].join('""') for line in CONFERENCE)
    found = read(*pile(a=page, b=conference(FIRST, "Halvorsen"), c=OWN_EYES))
    assert not any("c" in pair for pair in text_edges(found))


def test_two_reports_of_one_press_conference_share_all_quotations_and_no_parent(tmp_path: Path) -> None:
    found = analysed(
        tmp_path,
        a_txt=headed("Weir Post", conference(FIRST, "Halvorsen").replace("Halvorsen", "Tora Halvorsen", 2)),
        b_txt=headed("Dam Gazette", conference(SECOND, "Halvorsen").replace("Halvorsen", "Tora Halvorsen", 1)),
    )
    assert [edge for edge in found.derivations if edge.basis != "citation"] == []


def test_two_reports_share_quotations_though_one_leaves_the_speaker_open() -> None:
    a, b = conference(FIRST, "Tora Halvorsen"), conference(SECOND, "she").replace("she", "Tora Halvorsen", 1)
    assert text_edges(read(*pile(a=a, b=b, c=OWN_EYES))) == set()


def test_a_live_blog_in_reverse_order_has_no_parent_it_did_not_copy() -> None:
    blog = [
        "16:40 The owners have left by the back gate, our reporter says. Their carriage took the river road.",
        "15:10 A doctor at the infirmary tells us that two fingers may be saved.",
        "12:00 The tram is stuck. Music is heard from its step.",
        "09:30 Work has stopped at the mill. We are on our way.",
    ]
    assert text_edges(read(*pile(a="\n\n".join(blog), b=OWN_EYES, c=OTHERS[0]))) == set()
    later = ["18:00 Lamps are lit in the yard. Soup has come from the convent in two milk churns.", *blog]
    found = edges(read(*pile(a="\n\n".join(blog), b="\n\n".join(later), c=OWN_EYES)))
    assert {frozenset(pair) for pair in found} == {frozenset("ab")}


def test_a_digest_that_quotes_all_others_is_read_in_time_that_grows_with_it() -> None:
    def seconds(times: int) -> float:
        digest = "\n\n".join(
            f'The {n}th paper wrote: "{t}"' for n, t in enumerate([WEAVERS, OWN_EYES, *OTHERS] * times)
        )
        reports = pile(
            a=(WEAVERS, {"outlet": "Bridge Herald"}),
            b=(OWN_EYES, {"outlet": "Lom Record"}),
            c=(digest, {"outlet": "Digest"}),
        )
        started = time.process_time()
        found = read(*reports)
        assert not text_edges(found) & {("a", "b"), ("b", "a")}
        return time.process_time() - started

    seconds(1)
    assert seconds(16) < 12 * max(0.5, seconds(4))


def test_a_digest_beyond_the_bounds_is_listed(tmp_path: Path) -> None:
    found = analysed(tmp_path, a_txt=headed("Bridge Herald", WEAVERS), b_txt=headed("Digest", WEAVERS * 400))
    (unread,) = found.unread
    assert "200,000" in unread.detail
    assert len(found.reports) == 1


def test_a_weather_station_is_no_outlet() -> None:
    added = "\n\nThe wind came from the east, the weather station on Holm says."
    found = read(*pile(a=WEAVERS + added, b=WEAVERS + added, c=OWN_EYES))
    assert found.absent == ()
    assert len(text_edges(found)) == 1
