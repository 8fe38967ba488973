"""A ledger with somebody to remove, and a search for what is left of them: rows of every table, terms of every index, bytes."""

from pathlib import Path

from sayso.ledger.connection import driver
from sayso.ledger.correcting import Wish
from sayso.ledger.store import Ledger
from sayso.records.article import Metadata
from sayso.records.ids import judgement_id
from sayso.records.judgement import Judgement
from sayso.records.reading import Outcome
from sayso.records.registry import ActorJudgement, Entity
from tests.ledger.factory import a_judged_outcome, a_run, an_outcome, fix, judged_reading

ADA = "Ada Re\u0301ne"
OTHER = "“We stay,” said Kim Ost. “Go,” he added."
TOLD = Metadata(
    title="Ada Réne: Tarr lied",
    url="https://beacon.example/2031/ada-rene-tarr",
    publisher="The Beacon",
    authors=("Ada Réne",),
)
TERMS = ("ada", "rene", "reni", "lund")


def about_ada(given_id: str = "j") -> Outcome:
    return a_judged_outcome(given_id, metadata=TOLD)


def filled(path: Path, others: int = 2) -> None:
    """Ada's article, judged and corrected, read by two runs; others that name her in the text alone, or not at all."""
    with Ledger(path) as ledger, ledger.writer() as writer:
        writer.add(about_ada(), a_run())
        second_run = a_run("two")
        writer.add(a_judged_outcome("j", second_run, TOLD), second_run)
        for number in range(others):
            writer.add(
                an_outcome(
                    OTHER.replace("We", f"We {number}"),
                    f"o{number}",
                    source="Kim Ost",
                    said=("said", f"“We {number} stay,”"),
                ),
                a_run(),
            )
        first, second = (each.id for each in judged_reading(about_ada()).statements)
        fix(ledger, first, Wish(label="supportive", object="Tarr"))
        ledger.judge(
            Judgement(judgement_id(), second, "accept", "bo", "2031-01-01T00:00:00Z", note="as Ada Réne told me")
        )
        registry = ledger.registry()
        registry.catch_up()
        registry.store(
            [Entity("qid", "Q7", "Ada Réne", "person", ("A. Réne Ost",))], name="people.csv", form="csv", judge="bo"
        )
        (read,), (brought,) = (
            [each for each in registry.meant("Ada Réne") if bool(each.names) is named] for named in (True, False)
        )
        registry.judge(
            ActorJudgement(judgement_id(), "same", read.id, brought.id, "bo", "2031-01-01T00:00:00Z", reason="Ada Réne")
        )


def rows_with(path: Path, *words: str) -> list[str]:
    """Tables and columns that hold one of the words, case and diacritics aside, anywhere in the file."""
    from sayso.records.folding import folded

    connection = driver.connect(str(path))
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = []
    for table in tables:
        cursor = connection.execute(f'SELECT * FROM "{table}"')
        columns = [each[0] for each in cursor.description]
        for row in cursor:
            for column, value in zip(columns, row, strict=True):
                text = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
                if any(folded(word) in folded(text) for word in words):
                    found.append(f"{table}.{column}: {text[:60]!r}")
    connection.close()
    return found


def terms_with(path: Path, *words: str) -> list[str]:
    """Terms of the search indexes that begin with one of the words."""
    connection = driver.connect(str(path))
    found = []
    for index in ("statement_search", "text_search", "title_search", "correction_search"):
        connection.execute(f"CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, {index}, row)")
        found += [
            f"{index}: {term}"
            for (term,) in connection.execute("SELECT term FROM temp.terms")
            if term.startswith(words)
        ]
        connection.execute("DROP TABLE temp.terms")
    connection.close()
    return found


def bytes_with(path: Path, *words: str) -> list[str]:
    """Files of the ledger whose bytes hold one of the words as it was written."""
    files = [each for each in path.parent.glob(f"{path.name}*") if each.is_file()]
    return [f"{each.name}: {word}" for each in files for word in words if word.encode() in each.read_bytes()]
