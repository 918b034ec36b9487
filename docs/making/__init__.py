"""Makes what the documentation has from the code: the reference, and the output of its examples."""
