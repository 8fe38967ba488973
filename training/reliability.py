"""Draw how often statements held against how sure the model was of them: the reliability picture of the model card.

PYTHONPATH=src:. python -m training.reliability --data FILE.jsonl --out FILE.svg
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import altair

from eval import figures
from eval.anchors import read_lines
from eval.splits import seen
from sayso import scoring


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="annotated articles")
    parser.add_argument("--out", type=Path, required=True, help="file for the picture, SVG")
    arguments = parser.parse_args(argv)
    judged = figures.judged(figures.read_all(seen(read_lines(arguments.data))))
    picture(judged).save(str(arguments.out))
    print(f"{len(judged)} statements, calibration error {100 * scoring.calibration_error(judged):.1f} %")


def picture(judged: Sequence[tuple[float, bool]]) -> altair.LayerChart:
    """A point for each tenth of the statements, and the diagonal on which a calibrated model lies."""
    bins = scoring.reliability(judged)
    points = [{"confidence": said, "held": held, "statements": count} for said, held, count in bins]
    scale = altair.Scale(domain=[0.2, 1])
    line = altair.Chart(altair.Data(values=[{"x": 0.2, "y": 0.2}, {"x": 1, "y": 1}]))
    diagonal = line.mark_line(color="#999", strokeDash=[4, 4]).encode(
        x=altair.X("x:Q", scale=scale), y=altair.Y("y:Q", scale=scale)
    )
    found = (
        altair.Chart(altair.Data(values=points))
        .mark_line(point=altair.OverlayMarkDef(size=60), color="#0072b2")
        .encode(
            x=altair.X("confidence:Q", title="confidence, mean of a tenth of the statements", scale=scale),
            y=altair.Y("held:Q", title="share that held", scale=scale),
        )
    )
    return altair.layer(diagonal, found).properties(
        width=360, height=300, title=f"Confidence against truth, {len(judged):,} statements"
    )


if __name__ == "__main__":
    main()
