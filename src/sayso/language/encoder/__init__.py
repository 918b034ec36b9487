"""Our own language model: one compact encoder, read once over a report, and what its heads tell about every word."""
