"""Figures with intervals, and floors that are never lowered.

    python -m eval attribution --data FILE     # our gold format, or PolNeAR JSON Lines
    python -m eval positions --data FILE       # gold with positions; statements given
    python -m eval status --data FILE
    python -m eval pairs [--data FOLDER]       # the minimal pairs, by decision
    python -m eval speakers --data FILE        # who speaks; --given statements, else end to end; --part train, --errors
    python -m eval voice --data PATH           # the writer's voice: our gold (eval/voice), or NewsSD-ENG (.csv); --part train, --errors
    python -m eval pages --data FOLDER         # main text of saved pages (Zyte's benchmark): token F1
    python -m eval gap --data TSV...           # GAP, ambiguous pronouns; --antecedents FOLDER for a learned scorer
    python -m eval coref --data CONLLU...      # CoNLL F1 on GUM; files or folders
    python -m eval sentiment --data FILE       # DSE (.txt) or NewsMTSC (.jsonl): other constructs, no floor
    python -m eval agreement A.jsonl B.jsonl   # two coders of the same articles
    python -m eval gate [--data-folder FOLDER] [--article FILE]

Of our own gold the articles in the part ``unseen`` of ``eval/splits.json`` are left out unless ``--unseen`` asks for them
alone. Exit status 1 where a figure is under its floor (``eval/floors.json``).
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from eval import figures, links, pages, speakers_report, stance_report, voice
from eval.anchors import read_lines
from eval.gate import gate
from eval.minimal_pairs import FOLDER
from eval.splits import seen, unseen
from sayso import scoring


def attribution(path: Path, *, last: bool = False) -> None:
    """Print the figures of reading the texts of ``path``."""
    lines = list(read_lines(path))
    chosen = unseen(lines) if last else seen(lines)
    if not chosen:
        raise SystemExit(f"{path} has no such article; see eval/splits.json")
    print(figures.report(path.name, figures.read_all(chosen)))


def agreement(one: Path, other: Path) -> None:
    """F1 of two coders against each other."""
    second = {line["id"]: line for line in read_lines(other)}
    pairs = [(line, second[line["id"]]) for line in read_lines(one) if line["id"] in second]
    counts = [scoring.compare(a["text"], a["statements"], b["statements"], nested=True) for a, b in pairs]
    low, high = scoring.interval(counts, lambda each: each.f1)
    print(f"{len(pairs)} articles, F1 {100 * scoring.total(counts).f1:.1f} (95 % {100 * low:.1f} to {100 * high:.1f})")


def _add_speakers(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument(
        "--given", choices=["statements"], help="the gold statements; without it the text alone is read"
    )
    parser.add_argument("--part", choices=["train", "gate"], default="gate", help="of our own gold; default: gate")
    parser.add_argument("--errors", action="store_true", help="list what is wrong; of the train part only")
    parser.add_argument("--unseen", action="store_true", help="the unseen part alone: for a last look only")


def _speakers(chosen: argparse.Namespace) -> None:
    part = "unseen" if chosen.unseen else chosen.part
    try:
        told = speakers_report.report(
            chosen.data, part=part, statements_given=bool(chosen.given), errors=chosen.errors and part == "train"
        )
    except ValueError as error:
        raise SystemExit(str(error)) from error
    print(told)


def _add_voice(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--part", choices=["train", "gate"], default="gate", help="of our own gold; default: gate")
    parser.add_argument("--errors", action="store_true", help="list what is wrong; of the train part only")
    parser.add_argument("--unseen", action="store_true", help="the unseen part alone: for a last look only")


def _voice(chosen: argparse.Namespace) -> None:
    part = "unseen" if chosen.unseen else chosen.part
    try:
        print(voice.report(chosen.data, part=part, errors=chosen.errors and part == "train"))
    except ValueError as error:
        raise SystemExit(str(error)) from error


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="eval", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    scored = commands.add_parser("attribution")
    scored.add_argument("--data", type=Path, required=True)
    scored.add_argument("--unseen", action="store_true", help="the unseen part alone: for a last look only")
    for name in stance_report.REPORTS:
        also = commands.add_parser(name)
        also.add_argument("--data", type=Path, required=name != "pairs", default=FOLDER)
        also.add_argument(
            "--given", choices=["statements"], default="statements", help="what is given besides the text"
        )
        also.add_argument("--unseen", action="store_true", help="the unseen part alone: for a last look only")
    _add_speakers(commands.add_parser("speakers"))
    _add_voice(commands.add_parser("voice"))
    for name in links.REPORTS:
        public = commands.add_parser(name)
        public.add_argument("--data", type=Path, nargs="+", required=True)
        public.add_argument(
            "--antecedents", type=Path, help="folder of the weights that resolve pronouns; default: rules"
        )
    commands.add_parser("pages").add_argument("--data", type=Path, required=True)
    pair = commands.add_parser("agreement")
    pair.add_argument("one", type=Path)
    pair.add_argument("other", type=Path)
    gates = commands.add_parser("gate")
    gates.add_argument("--data-folder", type=Path)
    gates.add_argument("--article", type=Path)
    chosen = parser.parse_args(arguments)
    if chosen.command == "attribution":
        attribution(chosen.data, last=chosen.unseen)
    elif chosen.command in stance_report.REPORTS:
        print(stance_report.REPORTS[chosen.command](chosen.data, last=chosen.unseen))
    elif chosen.command == "speakers":
        _speakers(chosen)
    elif chosen.command == "voice":
        _voice(chosen)
    elif chosen.command in links.REPORTS:
        print(links.REPORTS[chosen.command](chosen.data, chosen.antecedents))
    elif chosen.command == "pages":
        print(pages.report(chosen.data)[0])
    elif chosen.command == "agreement":
        agreement(chosen.one, chosen.other)
    else:
        return gate(chosen.data_folder, chosen.article)
    return 0


if __name__ == "__main__":
    sys.exit(main())
