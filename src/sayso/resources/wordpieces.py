"""The one adapter to tokenizers: from text to the wordpieces all our models share."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from sayso.errors import ResourceError
from sayso.resources.model_files import model_files

FILE = "wordpieces.json"
OPENING, CLOSING, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"


class Wordpieces:
    """A set of wordpieces: the ids of texts, and of the marks at both edges of a row and for what is unknown."""

    def __init__(self, path: Path, digest: str) -> None:
        """Read the file; `digest` is its SHA-256. Raises ResourceError when it is no set of wordpieces."""
        import tokenizers

        try:
            self._tokenizer: Any = tokenizers.Tokenizer.from_file(str(path))
        except Exception as error:  # tokenizers raises nothing more exact than this
            raise ResourceError(f"the wordpieces {path} cannot be read ({error}); reinstall sayso") from error
        self.digest = digest
        self.opening, self.closing, self.unknown = (self._mark(mark, path) for mark in (OPENING, CLOSING, UNKNOWN))
        self.word: Callable[[str], tuple[int, ...]] = lru_cache(1 << 16)(self.ids)
        """The same as `ids`, kept for words that come again."""

    def _mark(self, mark: str, path: Path) -> int:
        found = self._tokenizer.token_to_id(mark)
        if found is None:
            raise ResourceError(f"the wordpieces {path} lack {mark}; reinstall sayso")
        return int(found)

    def ids(self, text: str) -> tuple[int, ...]:
        """Return the ids of the wordpieces of a text without marks at its edges; () when it has none, as a lone control character."""
        return tuple(self._tokenizer.encode(text, add_special_tokens=False).ids)

    def placed(self, text: str) -> tuple[tuple[int, ...], tuple[tuple[int, int], ...]]:
        """Return the ids of the wordpieces of a text and, for each, the range of code points it was made from."""
        found = self._tokenizer.encode(text, add_special_tokens=False)
        return tuple(found.ids), tuple(found.offsets)


@cache
def wordpieces(language: str = "en", folder: Path | None = None) -> Wordpieces:
    """Return the wordpieces of a language, read once; `folder` is where the models lie, the installation when None."""
    held = model_files("wordpieces", language, folder)
    return Wordpieces(held.path(FILE), held.digests[FILE])
