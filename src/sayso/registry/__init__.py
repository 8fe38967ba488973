"""Which actors of different articles are one: keys to find candidates by, a decision with its reason, sets of those joined."""
