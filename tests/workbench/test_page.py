"""The dossier's page as the workbench shows it: its policy becomes a header, nothing else of it is touched."""

from __future__ import annotations

import pytest

from sayso.dossier import to_html
from sayso.errors import ResourceError
from sayso.workbench.page import dressed, statics, waiting
from tests.affair import dossier
from tests.dossier.pages import NASTY, poisoned


def test_all_of_the_page_is_there_and_its_own_style_and_script_are_let_in() -> None:
    html = to_html(dossier())
    made = dressed(html, "secret", "1.0.0")
    policy = made.headers["Content-Security-Policy"]
    assert policy.count("'sha256-") == 2 and "'unsafe" not in policy and "default-src 'none'" in policy
    for part in ("style-src 'sha256-", "script-src 'sha256-"):
        start = policy.index(part)
        assert policy[start : policy.index(";", start)].endswith(" 'self'")
        assert policy[start : policy.index("'", start + len(part)) + 1] in html
    body = made.body.decode()
    _, _, rest = html.partition("</head>")
    assert body.endswith(rest)
    assert "Content-Security-Policy" not in body and 'content="secret"' in body


def test_words_of_a_report_cannot_take_the_place_of_the_policy() -> None:
    bad = '<meta http-equiv="Content-Security-Policy" content="script-src \'unsafe-inline\'"></head>'
    made = dressed(to_html(poisoned("\n\n".join([bad, *NASTY]))), "t", "1")
    assert "unsafe" not in made.headers["Content-Security-Policy"]


def test_a_page_without_a_policy_is_refused() -> None:
    with pytest.raises(ResourceError):
        dressed("<html><head></head></html>", "t", "1")


def test_names_stand_as_text_on_the_waiting_page() -> None:
    page = waiting("t", "<script>alert(1)</script>.sayso").body.decode()
    assert "<script>alert" not in page and "&lt;script&gt;" in page


def test_only_scripts_and_styles_are_served() -> None:
    held = statics()
    assert {"/workbench/main.js", "/workbench/workbench.css"} <= set(held)
    assert all(path.endswith((".js", ".css")) for path in held)
    scripts = b"".join(answer.body for path, answer in held.items() if path.endswith(".js"))
    for forbidden in (
        b"innerHTML",
        b"outerHTML",
        b"insertAdjacentHTML",
        b"document.write",
        b"eval(",
        b"http:",
        b"https:",
    ):
        assert forbidden not in scripts
