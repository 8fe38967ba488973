"""The spaCy component ``sayso``: ``nlp.add_pipe("sayso")``, then ``doc._.statements``. See ``docs/spacy.md``.

What was found is kept on the Doc as plain values, with exact offsets in code points of ``doc.text``; spaCy's Spans are made of
them when somebody asks, so that they follow the tokens as they are then.
"""
