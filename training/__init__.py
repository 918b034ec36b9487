"""How the models in `sayso.resources.models` are made. PyTorch lives here only."""
