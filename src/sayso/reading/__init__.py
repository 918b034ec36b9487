"""From bytes to reports: files, folders and patterns of text, pages, PDF, Word documents, mails and JSON."""

from sayso.reading.read import Reading, read

__all__ = ["Reading", "read"]
