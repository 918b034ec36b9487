"""Who says what: attributions with their chains."""

from sayso.attribution.attribute import attribute
from sayso.attribution.chains import chain_of

__all__ = ["attribute", "chain_of"]
