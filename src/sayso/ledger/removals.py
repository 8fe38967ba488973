"""Retracting articles and forgetting people, as other packages ask for it. Both first say what would go, and change nothing."""

from sqlalchemy import Engine

from sayso.ledger import forgetting, retracting
from sayso.ledger.forgetting import Forgotten
from sayso.ledger.retracting import Retraction

__all__ = ["Forgotten", "Removals", "Retraction"]


class Removals:
    """What may be removed from one ledger. Each removal is one transaction: it is done whole, or not at all."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def retractable(self, article: str) -> Retraction:
        """What would go with an article (id, url, given id); UsageError if that names none or several."""
        return retracting.retractable(self._engine, article)

    def retract(self, article: str) -> Retraction:
        """Removes the article; what went with it."""
        return retracting.retract(self._engine, article)

    def forgettable(self, person: str, article: str | None = None) -> Forgotten:
        """What would go with a person (name, id of a registry actor, QID); UsageError if nobody is meant."""
        return forgetting.forgettable(self._engine, person, article)

    def forget(self, person: str, article: str | None = None) -> Forgotten:
        """Removes the person, from one article or from all; what went with them."""
        return forgetting.forget(self._engine, person, article)
