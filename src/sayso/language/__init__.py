"""Report to tokens, sentences, quotes, mentions, times and quantities."""

from sayso.language.analysis import analyse

__all__ = ["analyse"]
