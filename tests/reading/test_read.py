"""Reading a pile: every file is a report or is listed."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.config import Limits
from sayso.model import Report, Unread
from sayso.reading import Reading, read
from sayso.reading.identity import ids

STORY = "The state granary burned down on Thursday night, the fire chief said. Nobody was hurt."

Pile = Callable[..., Path]


@pytest.fixture
def pile(tmp_path: Path) -> Pile:
    def make(**files: str | bytes) -> Path:
        folder = tmp_path / "pile"
        folder.mkdir(exist_ok=True)
        for name, content in files.items():
            path = folder / name.replace("__", "/").replace("_", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return folder

    return make


def only(reading: Reading) -> Report:
    assert len(reading.reports) == 1, reading
    return reading.reports[0]


def why(reading: Reading) -> dict[str, str]:
    return {entry.file: entry.detail for entry in reading.unread}


def test_folders_are_searched_to_the_bottom_and_paths_are_relative(pile: Pile) -> None:
    folder = pile(b_txt=STORY + " B.", a__a_md=STORY + " A.", a__deep__c_html=f"<p>{STORY} C.</p>")
    assert sorted(report.file for report in read([folder]).reports) == ["a/a.md", "a/deep/c.html", "b.txt"]


def test_patterns_are_followed(pile: Pile) -> None:
    folder = pile(a_txt=STORY + " A.", b_txt=STORY + " B.", x__c_txt=STORY + " C.")
    assert [r.file for r in read([f"{folder}/a*.txt"]).reports] == ["a.txt"]
    assert sorted(r.file for r in read([f"{folder}/**/*.txt"]).reports) == ["a.txt", "b.txt", "x/c.txt"]
    assert "no file fits" in next(iter(why(read([f"{folder}/z*.txt"])).values()))


def test_the_text_is_kept_unchanged_and_hashed(pile: Pile) -> None:
    text = f"Title: A fire\r\nOutlet: Courier\r\n\r\n{STORY}\r\n\r\n\tEnd\u00a0of it.  \n"
    report = only(read([pile(a_txt=text)]))
    assert report.text == text
    assert report.sha256_file == report.sha256_text
    assert report.body.of(report.text).startswith("The state granary")


def test_every_field_that_stands_in_the_text_leads_back_to_its_words(pile: Pile) -> None:
    text = f"Title: A fire\nOutlet: Courier\nPublished: 4 March 2033\n\nQUILLMARK, March 4 (NPA) - {STORY}"
    report = only(read([pile(a_txt=text)]))
    words = {name: span.of(report.text) for name, span in report.field_spans}
    assert words == {
        "title": "A fire", "outlet": "Courier", "published": "4 March 2033", "dateline": "QUILLMARK, March 4 (NPA)", "credit": "NPA",
    }  # fmt: skip


def test_the_order_of_the_input_changes_nothing(pile: Pile) -> None:
    folder = pile(a_txt=STORY + " A.", b_txt=STORY + " B.", c_txt=STORY + " C.", d_pdf=b"%PDF")
    paths = [folder / name for name in ("a.txt", "b.txt", "c.txt", "d.pdf")]
    assert read(paths) == read(list(reversed(paths)))


def test_a_folder_may_lie_elsewhere(pile: Pile, tmp_path: Path) -> None:
    folder = pile(a_txt=STORY, x__b_txt=STORY + " B.")
    first = read([folder])
    moved = folder.rename(tmp_path / "moved")
    assert read([moved]) == first


def test_the_same_bytes_of_the_same_outlet_count_once(pile: Pile) -> None:
    reading = read([pile(a_txt=STORY, b_txt=STORY)])
    assert only(reading).file == "a.txt"
    assert reading.unread == (Unread("b.txt", "read twice", "the same bytes as a.txt; it counts once"),)


def test_the_same_text_of_two_outlets_is_two_reports(pile: Pile) -> None:
    reading = read([pile(a_txt=f"Outlet: Courier\n\n{STORY}", b_txt=f"Outlet: Monitor\n\n{STORY}")])
    assert len({report.id for report in reading.reports}) == 2
    assert not reading.unread


def test_one_page_saved_twice_counts_once(pile: Pile) -> None:
    page = f'<html><head><link rel="canonical" href="https://courier.example/1"></head><body><p>{STORY}</p>%s</body></html>'
    reading = read([pile(a_html=page % "", b_html=page % "<script>1</script>")])
    assert only(reading).file == "a.html"
    assert [entry.reason for entry in reading.unread] == ["read twice"]


def test_one_file_given_twice_counts_once(pile: Pile) -> None:
    folder = pile(x__a_txt=STORY)
    reading = read([folder, folder / "x" / "a.txt", folder / "x"])
    assert only(reading).file == "x/a.txt"
    assert [entry.reason for entry in reading.unread] == ["read twice"]


def test_what_cannot_be_read_is_listed_and_the_rest_goes_on(pile: Pile) -> None:
    folder = pile(
        good_txt=STORY,
        empty_txt="",
        picture_txt=b"\x89PNG\r\n",
        table_csv="a,b",
        blank_html="<html></html>",
        head_txt="Title: A fire\n\n",
    )
    reading = read([folder, folder / "missing.txt"])
    assert only(reading).file == "good.txt"
    reasons = why(reading)
    assert set(reasons) == {
        "empty.txt",
        "picture.txt",
        "table.csv",
        "blank.html",
        "head.txt",
        str(folder / "missing.txt"),
    }
    assert all(entry.reason == "not read" for entry in reading.unread)
    assert "no such file" in reasons[str(folder / "missing.txt")]
    assert "Sayso reads .txt, .md, .html" in reasons["table.csv"]


def test_other_languages_are_listed(pile: Pile) -> None:
    reading = read(
        [pile(a_txt="Der Speicher der Stadt ist in der Nacht zum Donnerstag abgebrannt, wie die Feuerwehr mitteilte.")]
    )
    assert [entry.reason for entry in reading.unread] == ["not in English"]


def test_limits_are_stated(pile: Pile) -> None:
    folder = pile(a_txt=STORY * 100, b_txt=STORY)
    assert "more than the 1,000 that are read" in why(read([folder], limits=Limits(file_bytes=1_000)))["a.txt"]
    assert "more than the 1,000 that are read" in why(read([folder], limits=Limits(characters=1_000)))["a.txt"]
    assert "at most 1 files" in why(read([folder], limits=Limits(files=1)))["b.txt"]


def test_no_permission_is_told(pile: Pile, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = pile(a_txt=STORY)
    real = Path.open

    def refuse(path: Path, *rest: Any, **more: Any) -> Any:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return real(path, *rest, **more)

    monkeypatch.setattr(Path, "open", refuse)
    assert "no permission" in why(read([folder]))["a.txt"]


def test_links_do_not_lead_out_of_the_folder_or_in_circles(pile: Pile, tmp_path: Path) -> None:
    outside = tmp_path / "secret.txt"
    outside.write_text(STORY + " Outside.")
    folder = pile(a_txt=STORY)
    (folder / "out.txt").symlink_to(outside)
    (folder / "circle").symlink_to(folder)
    (folder / "nowhere.txt").symlink_to(folder / "gone.txt")
    reading = read([folder])
    assert only(reading).file == "a.txt"
    assert set(why(reading)) == {"out.txt", "circle", "nowhere.txt"}


def test_a_pipe_is_no_report(pile: Pile) -> None:
    folder = pile(a_txt=STORY)
    os.mkfifo(folder / "b.txt")
    assert "no ordinary file" in why(read([folder]))["b.txt"]


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    assert "holds no file" in why(read([tmp_path]))[str(tmp_path)]


def test_hidden_files_are_left_alone_and_dossiers_are_no_reports(pile: Pile) -> None:
    folder = pile(a_txt=STORY, out__dossier_json="{}", out__dossier_md=STORY)
    (folder / ".hidden.txt").write_text(STORY + " Hidden.")
    reading = read([folder])
    assert only(reading).file == "a.txt"
    assert set(why(reading)) == {"out/dossier.json", "out/dossier.md"}


def test_odd_paths_are_listed() -> None:
    reading = read(["", "a\0b", "x" * 5_000])
    assert not reading.reports
    assert len(reading.unread) == 3


def test_a_file_name_that_is_no_utf_8_can_be_printed(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(path, "wb") as file:  # noqa: PTH123 (a path of bytes)
        file.write(STORY.encode())
    only(read([tmp_path])).file.encode()


def test_progress_counts_files(pile: Pile) -> None:
    seen: list[tuple[str, int, int]] = []
    read([pile(a_txt=STORY, b_txt=STORY + " B.")], progress=lambda *now: seen.append(now))
    assert seen == [("reading", 1, 2), ("reading", 2, 2)]


def test_ids_that_collide_grow_longer() -> None:
    assert ids(["a" * 64, "a" * 9 + "b" * 55, "c" * 64]) == ["r-" + "a" * 10, "r-" + "a" * 9 + "b", "r-" + "c" * 8]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=400), name=st.sampled_from(["a.txt", "a.html", "a.md"]))
def test_any_bytes_are_a_report_or_listed(tmp_path: Path, data: bytes, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    reading = read([path])
    assert len(reading.reports) + len(reading.unread) == 1
    for report in reading.reports:
        assert report.body.of(report.text).strip()
        assert all(span.of(report.text) for _, span in report.field_spans)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(min_size=1, max_size=200))
def test_text_comes_back_as_it_was_written(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    for report in read([path]).reports:
        assert report.text == text.removeprefix("\ufeff")
