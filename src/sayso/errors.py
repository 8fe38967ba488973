"""Every error Sayso raises on purpose.

    SaysoError
    ├── UsageError        the call is wrong: change the call (exit status 2)
    ├── InputError        one item cannot be read: that item fails, the run goes on
    ├── ModelError        the model cannot be used at all: stop (exit status 3)
    └── LedgerError       the ledger cannot be used at all: stop (exit status 3)
        ├── LedgerTooNew  written by a newer Sayso
        └── LedgerBusy    another process is writing

A message says what happened, with the value, and then what to do next.
"""


class SaysoError(Exception):
    """Anything Sayso raises on purpose."""


class UsageError(SaysoError):
    """The call is wrong; changing it helps."""


class InputError(SaysoError):
    """One item cannot be read; the items after it can."""


class ModelError(SaysoError):
    """The model is missing, damaged or does not fit this installation."""


class LedgerError(SaysoError):
    """The ledger cannot be opened, read or written."""


class LedgerTooNew(LedgerError):
    """The ledger was written by a newer version of Sayso."""


class LedgerBusy(LedgerError):
    """Another process holds the write lock for too long."""
