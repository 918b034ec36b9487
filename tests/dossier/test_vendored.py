"""The works of others in the page are what their makers published, and come with their licences."""

from __future__ import annotations

import hashlib
import re

from sayso.dossier.render.html import VENDORED, scripts, static


def test_each_vendored_file_is_listed_with_its_licence_and_unchanged() -> None:
    listed = dict(re.findall(r"^(\S+\.js): .*, sha256 ([0-9a-f]{64})$", static("vendor/LICENSES.txt"), re.MULTILINE))
    assert set(listed) == {f"{name}.min.js" for name in VENDORED}
    for name, digest in listed.items():
        assert hashlib.sha256(static(f"vendor/{name}").encode()).hexdigest() == digest
    assert static("vendor/LICENSES.txt").count("permission notice") >= 2


def test_the_script_can_stand_in_a_page() -> None:
    text = scripts()
    assert "</script" not in text.lower() and "<!--" not in text
    assert "sourceMappingURL" not in text and "eval(" not in text and "new Function" not in text
