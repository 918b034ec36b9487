"""Sayso: on whose say-so? Who vouches for what in a pile of news reports, through whom, and how independently."""

__version__ = "0.1.0"
