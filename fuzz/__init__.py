"""Coverage-guided fuzzing of every reader and of the whole way from bytes to a dossier (`make fuzz SECONDS=600`)."""
