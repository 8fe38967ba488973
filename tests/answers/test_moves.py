"""Who moved, by the dates said; and who still supports."""

from tests.answers.facts import answer, fact, names, statement_id


def test_a_change_of_sign_shows_both_statements_and_the_silence_between() -> None:
    found = answer(fact(1, "a", "2031-01-10", label="supportive"), fact(2, "b", "2031-03-01"))
    (move,) = found.moved
    assert move.statements == (statement_id(1), statement_id(2))
    assert (move.before.label, move.after.label, move.days) == ("supportive", "critical", 49)
    assert names(found.supported_before) == ["Mira Tolven"]
    assert names(found.critics) == ["Mira Tolven"]
    assert found.supporters == ()


def test_the_order_is_that_of_the_dates_said_not_of_publication() -> None:
    old = fact(1, "late", "2027", label="supportive", published="2033-02-01")
    (move,) = answer(fact(2, "early", "2031-05-01"), old).moved
    assert move.before.statement == statement_id(1)


def test_both_on_one_day_is_no_move() -> None:
    found = answer(fact(1, "a", "2031-01-10", label="supportive"), fact(2, "b", "2031-01-10"))
    assert found.moved == ()
    assert names(found.critics) == names(found.supporters) == ["Mira Tolven"]


def test_a_month_does_not_order_what_falls_into_it() -> None:
    assert answer(fact(1, "a", "2031-01", label="supportive"), fact(2, "b", "2031-01-20")).moved == ()


def test_what_is_not_dated_orders_nothing_and_keeps_the_support() -> None:
    found = answer(fact(1, "a", label="supportive"), fact(2, "b", "2031-03-01"))
    assert found.moved == ()
    assert names(found.supporters) == ["Mira Tolven"]


def test_there_and_back_is_two_moves() -> None:
    facts = [fact(1, "a", "2029", label="supportive"), fact(2, "b", "2030"), fact(3, "c", "2031", label="supportive")]
    found = answer(*facts)
    assert [(move.before.label, move.after.label) for move in found.moved] == [
        ("supportive", "critical"),
        ("critical", "supportive"),
    ]
    assert names(found.supporters) == ["Mira Tolven"]


def test_a_mixed_day_between_does_not_hide_a_move() -> None:
    facts = [
        fact(1, "a", "2031-01-01", label="supportive"),
        fact(2, "b", "2031-02-01", label="supportive"), fact(3, "b", "2031-02-01"),
        fact(4, "c", "2031-03-01"),
    ]  # fmt: skip
    (move,) = answer(*facts).moved
    assert move.statements == (statement_id(1), statement_id(4))


def test_what_does_not_count_moves_nobody() -> None:
    found = answer(fact(1, "a", "2031-01-10", label="supportive", flags=("own_side",)), fact(2, "b", "2031-03-01"))
    assert found.moved == ()
