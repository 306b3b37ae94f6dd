"""One line for each change: `path:line:column: level[fingerprint] sentence`."""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.check.comparison import Comparison
from stratkit.formats.diff import notes
from stratkit.formats.diff.piece import plain
from stratkit.formats.diff.places import main
from stratkit.formats.diff.sentences import Sentences
from stratkit.source.shown import visible


def write(comparison: Comparison, *, colour: bool = False, impact: bool = False) -> str:
    """Changes only, in the order of the plans; nothing where there are none."""
    return "".join(f"{line}\n" for line in _lines(comparison, impact=impact))


def _lines(comparison: Comparison, *, impact: bool) -> Iterator[str]:
    sentences = Sentences(comparison)
    for one in comparison.judgement.changes:
        place = one.change.to or one.change.fro or main(one.change, comparison)
        told = plain(sentences.of(one)) + (" (accepted)" if one.accepted else "")
        yield f"{visible(place.place)}: {one.level}[{visible(one.fingerprint)}] {told}"
    for note in notes.concerns(comparison) if impact else ():
        yield f"{visible(note.span.place)}: look-again[{visible(note.about)}] {plain(note.sentence)}"
