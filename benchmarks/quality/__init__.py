"""How good: the gold cases, the sourcing stories, attribution spans, times; and the floors none may fall below."""
