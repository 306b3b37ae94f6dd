"""Changes for programs, as schema/diff.schema.json describes them.

Lines and columns count from 1, columns in code points; an end is the place just after the last character.
Values are texts as their authors may have written them, so that no figure loses a digit.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from stratkit import __version__
from stratkit.check.comparison import Comparison
from stratkit.check.judgement import Judged
from stratkit.compare.dispositions import Disposition, interpreted, is_interpreted
from stratkit.compare.step import Match
from stratkit.formats.diff import notes
from stratkit.formats.diff.items import known
from stratkit.formats.diff.piece import plain
from stratkit.formats.diff.questions import Question, questions
from stratkit.formats.diff.sentences import Sentences
from stratkit.formats.diff.values import scalar
from stratkit.load.workspace import Workspace
from stratkit.model.date import Period
from stratkit.model.language import Translated
from stratkit.model.plan import Header, Plan
from stratkit.model.record import Record
from stratkit.model.report import AcceptedChange
from stratkit.source.text import Span

VERSION = 1


def write(comparison: Comparison, *, colour: bool = False, impact: bool = False) -> str:
    """One JSON object. `impact`: with what to look at again."""
    return json.dumps(_answer(comparison, impact=impact), indent=2) + "\n"


def _answer(comparison: Comparison, *, impact: bool) -> dict[str, Any]:
    difference, judgement = comparison.difference, comparison.judgement
    found, sentences = comparison.headline, Sentences(comparison)
    names = {id(one.change): one.fingerprint for one in judgement.changes}
    follows = {name: names[id(cause)] for name, cause in comparison.consequences.items()}
    return {
        "version": VERSION,
        "stratkit": __version__,
        "policy": judgement.policy,
        "mode": "revision" if difference.matching.revised else "cycle",
        "old": _plan(difference.old),
        "new": _plan(difference.new),
        "headline": {**found._asdict(), "lost": found.lost},
        "summary": {**judgement.counts, "accepted": sum(1 for one in judgement.changes if one.accepted)},
        "silence": comparison.silence or None,
        "changes": [_change(one, sentences, follows) for one in judgement.changes],
        "dispositions": [_disposition(each) for each in comparison.dispositions],
        "questions": [_question(each) for each in questions(comparison)],
        "unmatched": [_note(each) for each in notes.unmatched(comparison)],
        "look_again": [_note(each) for each in notes.concerns(comparison)] if impact else None,
    }


def _plan(workspace: Workspace) -> dict[str, Any]:
    header = workspace.header
    return {"id": header.id if header else None, "title": str(header.title) if header else None}


def _change(one: Judged, sentences: Sentences, follows: Mapping[int, str]) -> dict[str, Any]:
    change = one.change
    return {
        "kind": change.kind,
        "level": one.level,
        "fingerprint": one.fingerprint,
        "sentence": plain(sentences.of(one)),
        "old": _element(change.old),
        "new": _element(change.new),
        "field": change.field or None,
        **({"item": written(item)} if (item := known(change)) else {}),
        "before": written(change.before),
        "after": written(change.after),
        "inside": change.inside,
        "old_place": _place(change.fro),
        "new_place": _place(change.to),
        "accepted": _decision(one.accepted) if one.accepted else None,
        "follows_from": follows.get(id(change)),
    }


def _element(record: Record | None) -> dict[str, Any] | None:
    if record is None:
        return None
    header = record.plan if isinstance(record, Plan) else record
    title = getattr(header, "heading", None) or header.__dict__.get("title")
    kind = "plan" if isinstance(header, Header) else getattr(header, "kind_", "")
    return {"kind": kind, "id": header.__dict__.get("id"), "title": str(title) if title else None}


def written(held: object) -> Any:
    """A value as JSON: texts, flags, lists and objects; None where there is none."""
    if held is None or isinstance(held, bool):
        return held
    if (fields := _fields(held)) is not None:
        return {name: written(one) for name, one in fields.items()}
    if isinstance(held, tuple) and not hasattr(held, "_fields"):
        return [written(one) for one in held]
    return scalar(held)


def _fields(held: object) -> Mapping[str, object] | None:
    """What a value holds by name, if it does."""
    match held:
        case Record():
            return {name: one for name, one in held.as_dict().items() if one != held.defaults_[name]}
        case Period():
            return held._asdict()
        case Translated():
            return held.translations
        case dict():
            return held
    return None


def _place(span: Span | None) -> dict[str, Any] | None:
    if span is None:
        return None
    end_line, end_column = span.end_position
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": end_line,
        "end_column": end_column,
    }


def _decision(accepted: AcceptedChange) -> dict[str, Any]:
    return {name: written(accepted.__dict__[name]) for name in ("reason", "by", "date")}


def _disposition(each: Disposition) -> dict[str, Any]:
    said = each.retirement
    return {
        **(_element(each.element) or {}),
        "fate": each.fate,
        "met": each.is_met,
        "interpreted": bool(each.interpreted),
        "heirs": [_heir(match) for match in each.heirs],
        "reason": str(said.reason) if said and said.reason else None,
        "retired_with": each.through.id if each.through else None,
        "status": each.status or None,
        "reported_in": each.report.update.id if each.report else None,
        "last_read": written(each.figure.reading) if each.figure else None,
        "place": _place(each.element.origin.name()),
    }


def _heir(match: Match) -> dict[str, Any]:
    notes = dict.fromkeys(one.reading_note for one in interpreted(match) if one.reading_note)
    return {
        **(_element(match.new) or {}),
        "by": match.by,
        "interpreted": is_interpreted(match),
        "note": "\n".join(notes) or None,
    }


def _question(each: Question) -> dict[str, Any]:
    return {
        "sentence": plain(each.sentence),
        "old": _element(each.proposal.old),
        "new": _element(each.proposal.new),
        "likeness": round(each.proposal.score, 3),
        "line": each.line or None,
        "place": _place(each.span),
    }


def _note(each: notes.Note) -> dict[str, Any]:
    return {"about": each.about, "sentence": plain(each.sentence), "place": _place(each.span)}
