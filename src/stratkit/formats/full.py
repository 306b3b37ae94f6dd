"""Findings as a person reads them: the place, the lines, what is wrong and what would mend it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from stratkit.check.finding import Finding
from stratkit.formats import Reach
from stratkit.load.settings import SEVERITIES
from stratkit.source.shown import count, display_width, visible
from stratkit.source.text import Span

_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}
_WIDTH = 110
_TAB = "    "

Paint = Callable[..., str]


def write(findings: Sequence[Finding], reach: Reach, *, colour: bool) -> str:
    """Each finding with a frame of its lines, then one line that counts them."""
    paint = _paint if colour else _plain
    parts = [_finding(finding, paint) for finding in findings]
    return "\n\n".join([*parts, _sum(findings, reach, paint)]) + "\n"


def _plain(text: str, **_: Any) -> str:
    return text


def _paint(text: str, **style: Any) -> str:
    from typer import style as dress

    return dress(text, **style)


def _finding(finding: Finding, paint: Paint) -> str:
    colour = _COLOURS[finding.severity]
    head = paint(f"{finding.severity}[{finding.code}]", fg=colour, bold=True)
    span = finding.span
    margin = " " * len(str(span.line))
    bar = paint(f"{margin} |", fg="blue")
    lines = [
        f"{head}{paint(': ' + visible(finding.message), bold=True)}",
        f"{margin}{paint('-->', fg='blue')} {visible(span.place)}",
    ]
    if span.source.text:
        text, carets = frame(span)
        lines += [
            bar,
            f"{paint(f'{span.line} |', fg='blue')} {text}",
            f"{bar} {paint(carets, fg=colour, bold=True)}",
        ]
    for other, note in finding.related:
        lines.append(f"{margin} {paint('=', fg='blue')} {visible(note)}: {visible(other.place)}")
    if finding.help:
        lines.append(f"{margin} {paint('=', fg='blue')} {paint('help', bold=True)}: {visible(finding.help)}")
    return "\n".join(lines)


def frame(span: Span) -> tuple[str, str]:
    """The line a place begins on, cut to fit, and carets of the right width beneath the place."""
    line = span.source.line(span.line)
    start = span.column - 1
    end = start + max(1, min(span.end, span.source.line_end(span.start)) - span.start)
    before, marked, after = (_show(piece) for piece in (line[:start], line[start:end], line[end:]))
    if display_width(before) > _WIDTH // 2:
        before = "…" + _fit(before[::-1], _WIDTH // 2)[::-1]
    room = _WIDTH - display_width(before)
    if display_width(marked) > room:
        marked, after = _fit(marked, room) + "…", ""
    elif display_width(marked + after) > room:
        after = _fit(after, room - display_width(marked)) + "…"
    text = (before + marked + after).rstrip()
    return text, " " * display_width(before) + "^" * max(1, display_width(marked))


def _show(text: str) -> str:
    return visible(text.replace("\t", _TAB))


def _fit(text: str, width: int) -> str:
    taken = 0
    for number, character in enumerate(text):
        taken += display_width(character)
        if taken > width:
            return text[:number]
    return text


def _sum(findings: Sequence[Finding], reach: Reach, paint: Paint) -> str:
    where = f"in {reach}"
    if reach.known:
        where += f"; {count(reach.known, 'known finding')} left out"
    if not findings:
        return paint(f"No {'new ' if reach.known else ''}findings", fg="green", bold=True) + f" {where}."
    counts = {severity: sum(finding.severity == severity for finding in findings) for severity in SEVERITIES}
    parts = [
        paint(
            str(number) if severity == "info" else count(number, severity), fg=_COLOURS[severity], bold=True
        )
        + (" info" if severity == "info" else "")
        for severity, number in counts.items()
        if number
    ]
    return f"{', '.join(parts)} {where}."
