"""The report: an answer as one self-contained page, for a screen, a phone or paper. It takes values, and asks no ledger."""
