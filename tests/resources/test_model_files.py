"""Model files: what is checked before a graph is opened, and what a person is told."""

import json
import re

import pytest

from sayso.errors import ResourceError
from sayso.resources.model_files import installed, model_files
from tests import tiny


@pytest.fixture
def folder(tmp_path):
    return tiny.written(tmp_path)


def broken(folder, name="reader", language="en"):
    """Return what is said about a model that cannot be used."""
    model_files.cache_clear()
    with pytest.raises(ResourceError) as told:
        model_files(name, language, folder)
    return str(told.value)


def test_whole_model_tells_what_its_manifest_says(folder):
    found = model_files("reader", "en", folder)
    assert (found.name, found.language, found.licence, found.width) == ("reader", "en", "Apache-2.0", tiny.WIDTH)
    assert found.path("tagger.onnx") == folder / "reader" / "tagger.onnx"
    assert found.labels["parts"] == ("none", "source", "content")


def test_files_are_read_once_a_process(folder):
    first = model_files("reader", "en", folder)
    (folder / "reader" / "tagger.onnx").unlink()
    assert model_files("reader", "en", folder) is first


def test_changed_byte(folder):
    path = folder / "reader" / "cues.onnx"
    held = bytearray(path.read_bytes())
    held[len(held) // 2] ^= 1
    path.write_bytes(held)
    said = broken(folder)
    assert str(path) in said and "not what was shipped" in said and "reinstall" in said


def test_truncated_file(folder):
    path = folder / "reader" / "tagger.onnx"
    size = path.stat().st_size
    path.write_bytes(path.read_bytes()[:-100])
    assert re.search(rf"tagger\.onnx has {size - 100} bytes instead of {size}", broken(folder))


def test_missing_file(folder):
    (folder / "reader" / "relations.onnx").unlink()
    assert "relations.onnx" in broken(folder)


def test_missing_model(folder):
    assert "the model scribe is not installed" in broken(folder, "scribe")
    assert not installed("scribe")


def test_wrong_language(folder):
    said = broken(folder, language="de")
    assert "reads the language 'en', not 'de'" in said and "manifest.json" in said


def test_folder_of_another_model(folder):
    (folder / "sentences").rename(folder / "old")
    (folder / "reader").rename(folder / "sentences")
    assert "holds the model reader" in broken(folder, "sentences")


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"name": "reader"}', '{"files": 3}', "\x00"])
def test_broken_manifest(folder, text):
    (folder / "reader" / "manifest.json").write_text(text, "utf-8")
    said = broken(folder)
    assert "manifest" in said and "reinstall" in said


@pytest.mark.parametrize("files", [[], 3, {"tagger.onnx": {}}, {"tagger.onnx": {"sha256": "00", "bytes": "many"}}])
def test_manifest_with_broken_list_of_files(folder, files):
    tiny.rewritten(folder / "reader", files=files)
    assert "manifest" in broken(folder)


def test_labels_in_another_order(folder):
    held = json.loads((folder / "reader" / "manifest.json").read_text("utf-8"))["labels"]
    tiny.rewritten(folder / "reader", labels=held | {"parts": ["none", "content", "source"]})
    found = model_files("reader", "en", folder)
    with pytest.raises(ResourceError, match="other labels for parts"):
        found.require({"parts": ("none", "source", "content")})


def test_other_wordpieces(folder):
    with pytest.raises(ResourceError, match="other wordpieces"):
        model_files("reader", "en", folder).require_wordpieces("00")


def test_file_that_no_manifest_names(folder):
    with pytest.raises(ResourceError, match=r"has no file other\.onnx"):
        model_files("reader", "en", folder).path("other.onnx")
