"""The voice head: whether a writer evaluates in a passage in which nobody is quoted, and how it judges whom it mentions."""
