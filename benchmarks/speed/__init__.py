"""How fast, and in how much memory: from process start to written dossier."""
