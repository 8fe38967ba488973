"""The ledger on disk. The only package that speaks SQL; everything goes in and out as values of ``records``."""
