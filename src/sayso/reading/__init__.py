"""From bytes to reports: files, folders and patterns of plain text, Markdown and HTML."""

from sayso.reading.read import Reading, read

__all__ = ["Reading", "read"]
