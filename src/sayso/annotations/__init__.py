"""Texts with marks, as annotation tools read and write them; one module a tool, both ways."""
