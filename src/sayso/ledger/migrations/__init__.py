"""The steps from each revision of the ledger to the next. A step never changes once a ledger has taken it."""
