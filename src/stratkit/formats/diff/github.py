"""Changes as GitHub Actions shows them: an annotation for each, what is weaker first."""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.check.comparison import Comparison
from stratkit.check.judgement import Judged
from stratkit.check.levels import LEVELS
from stratkit.formats.diff import notes
from stratkit.formats.diff.piece import ended, plain
from stratkit.formats.diff.places import main, spans
from stratkit.formats.diff.questions import questions
from stratkit.formats.diff.sentences import Sentences
from stratkit.source.workflow import annotation


def write(comparison: Comparison, *, colour: bool = False, impact: bool = False) -> str:
    """One workflow command for each change, question and note; nothing where there are none."""
    return "".join(_commands(comparison, impact=impact))


def _commands(comparison: Comparison, *, impact: bool) -> Iterator[str]:
    sentences = Sentences(comparison)
    for one in sorted(comparison.judgement.changes, key=_rank):
        place, level = main(one.change, comparison), "info" if one.accepted else one.level
        yield annotation(level, place, one.fingerprint, _lines(one, sentences))
    for asked in questions(comparison):
        help_lines = [f"if so, write beside its id: {asked.line}"] if asked.line else []
        told = f"{asked.span.place}: {plain(asked.sentence)}"
        yield annotation("info", asked.span, "question", [told, *help_lines])
    for note in notes.unmatched(comparison):
        yield _note("warning", "unmatched", note)
    for note in notes.concerns(comparison) if impact else ():
        yield _note("info", "look-again", note)


def _rank(one: Judged) -> int:
    """What is weaker first, then what cannot be decided, then what was accepted."""
    return 1 if one.accepted else -2 * LEVELS.index(one.level) + 2


def _note(level: str, title: str, note: notes.Note) -> str:
    return annotation(level, note.span, title, [f"{note.span.place}: {plain(note.sentence)}"])


def _lines(one: Judged, sentences: Sentences) -> Iterator[str]:
    """The sentence, the decision if there is one, and the places: the log shows a message alone."""
    yield plain(ended(sentences.of(one)))
    if one.accepted:
        yield plain(sentences.acceptance(one.accepted))
    yield from (f"{side}: {span.place}" for side, span in spans(one.change))
