"""Claims: one statement a clause, with who vouches, polarity, certainty, times, quantities and places."""

from sayso.claims.extract import claims_of

__all__ = ["claims_of"]
