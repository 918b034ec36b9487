"""Truth planted and recovered: reports made from others by known means, in piles with honest ones, and how much of it is found."""
