"""Finding copied and reworded text in piles of growing size, beside other ways of finding it, in one run."""
