"""Who says what: attributions with their chains, actors over the pile, the sourcing table."""

from sayso.attribution.actors import identify
from sayso.attribution.attribute import attribute
from sayso.attribution.chains import chain_of
from sayso.attribution.decided import Meant, decided
from sayso.attribution.roll import roll
from sayso.attribution.sourcing import SourcingRow, sourcing_table

__all__ = ["Meant", "SourcingRow", "attribute", "chain_of", "decided", "identify", "roll", "sourcing_table"]
