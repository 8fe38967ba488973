"""The resolver's clusters of whole texts, for the sets that annotate coreference: read end to end, nothing given but perhaps names."""

from collections.abc import Sequence
from pathlib import Path

from eval import coref, gap
from sayso.extract.attribution import attribute
from sayso.extract.confidence import Regression
from sayso.model.antecedents import AntecedentModel
from sayso.model.attribution import AttributionModel
from sayso.resolve.scored import Antecedents, Linked, Range, linked
from sayso.run_config import RunConfig

_SEEN = "  note: the weights of {} may have learned from this data; cross-validated figures stand in their manifest"


class Linking:
    """The models loaded once; pronouns are resolved by the weights in ``antecedents``, by rules where it is None."""

    def __init__(self, antecedents: Path | None = None) -> None:
        self._model, self._config = AttributionModel(), RunConfig()
        self._confidence = Regression.of(self._model.manifest)
        self._antecedents = AntecedentModel(antecedents) if antecedents else None
        self.name = self._antecedents.manifest.label if self._antecedents else "rules"

    def of(self, text: str, named: Sequence[Range] = ()) -> Linked:
        """All mentions of ``text`` with their clusters."""
        found = attribute(text, "alone", self._model, self._confidence, self._config)
        scorer = Antecedents(self._antecedents, found.states) if self._antecedents else None
        return linked(text, found.statements, found.blocks, scorer, named)


def gap_report(paths: Sequence[Path], antecedents: Path | None) -> str:
    """GAP's figures over the snippets of all files together; the names are not given. ValueError for a file that is not GAP's."""
    snippets = [each for path in paths for each in gap.read_gap(path)]
    linking = Linking(antecedents)
    answers = [gap.answer(each, linking.of(each.text)) for each in snippets]
    name = f"{', '.join(path.name for path in paths)}, {linking.name}"
    return _noted(gap.report(name, snippets, answers), linking, antecedents)


def coref_report(paths: Sequence[Path], antecedents: Path | None) -> str:
    """CoNLL F1 over the documents of all files together; of a folder, all its CoNLL-U files. ValueError if there are none."""
    files = [file for path in paths for file in (sorted(path.glob("*.conllu")) if path.is_dir() else [path])]
    if not files:
        raise ValueError("no CoNLL-U file is there")
    documents = [coref.read_gum(file) for file in files]
    linking = Linking(antecedents)
    answers = [linking.of(each.text) for each in documents]
    name = f"{', '.join(path.name for path in paths)}, {linking.name}"
    return _noted(coref.report(name, documents, answers), linking, antecedents)


def _noted(told: str, linking: Linking, antecedents: Path | None) -> str:
    return f"{told}\n{_SEEN.format(linking.name)}" if antecedents else told


REPORTS = {"gap": gap_report, "coref": coref_report}
