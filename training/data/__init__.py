"""Readers of the corpora: each turns one corpus into labelled documents."""
