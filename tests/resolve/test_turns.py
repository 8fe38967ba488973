"""Answers of an interview, whose questions stand behind a label in double brackets."""

from sayso.resolve.actors import resolve
from tests.resolve.said import speakers, statement

TEXT = (
    "Professor Ana Roe answered us.\n\n((WN))  Why do you stay?\n\nAna Roe I think the dyke is safe. It is old.\n\n"
    "((WN))  And now?\n\nMR We think the road is not. It is new."
).replace("MR", "AR")


def test_i_and_we_are_who_answers() -> None:
    made = [
        statement(TEXT, "I", "the dyke is safe", cue="think"),
        statement(TEXT, "We", "the road is not", cue="think"),
        statement(TEXT, "AR", "the road is not", cue="think", of="st_initials"),
    ]
    found = resolve(TEXT, made, ())
    assert [[name for name, _ in speakers(found, each)] for each in made] == [["Ana Roe"]] * 3
