"""The two plans that `stratkit diff` compares."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

from stratkit.check.finding import Finding
from stratkit.cli import streams
from stratkit.cli.plans import open_plan, structure_faults
from stratkit.load.fork import fork_of
from stratkit.load.pictures import missing_pictures
from stratkit.load.snapshot import Absent, NoSnapshot, plan_at, top_of
from stratkit.load.workspace import Workspace
from stratkit.source.shown import visible

_DIGITS = 12
"""As many digits of a commit are shown."""


class Sides(NamedTuple):
    """The earlier plan and the later one."""

    old: Workspace
    new: Workspace


@contextmanager
def two_plans(words: Sequence[str], revisions: Sequence[str], room: int) -> Iterator[Sides]:
    """The plans that some paths and revisions name, for as long as they lie there. Raises `Stop`."""
    with ExitStack() as stack:
        try:
            sides = _named(words, revisions, room, stack)
        except NoSnapshot as fault:
            raise streams.Stop(str(fault), fault.help) from None
        yield sides


def _named(words: Sequence[str], revisions: Sequence[str], room: int, stack: ExitStack) -> Sides:
    if len(words) == 2 and not revisions:
        old, new = (_written(word, room, stack) for word in words)
        return Sides(old, new)
    if len(words) > 1 or len(revisions) > 2:
        mend = "`stratkit diff OLD NEW`, `stratkit diff --rev A --rev B PLAN` or `stratkit diff PLAN`"
        raise streams.Stop("that is more than two plans to compare", mend)
    plan = Path(words[0] if words else ".")
    if not revisions:
        return _since_fork(plan, room, stack)
    earlier, *later = revisions
    new = stack.enter_context(plan_at(plan, later[0], room=room)) if later else open_plan(plan, room)
    old = stack.enter_context(plan_at(plan, earlier, room=room, known_as=_id(new)))
    return _tell_elsewhere(Sides(old, new))


def _written(word: str, room: int, stack: ExitStack) -> Workspace:
    """The plan at a path, or at `REV:path`, which counts from the top of the repository as git has it."""
    revision, colon, path = word.partition(":")
    if os.path.lexists(word) or not (revision and colon):
        return open_plan(Path(word), room)
    here = path.startswith(("./", "../")) or path in (".", "..")
    place = Path(path) if here else Path(os.path.relpath(top_of(Path()) / path))
    try:
        return stack.enter_context(plan_at(place, revision, room=room))
    except Absent as fault:
        mend = "`REV:path` counts from the top of the repository, `REV:./path` from here"
        raise streams.Stop(str(fault), mend) from None


def _since_fork(plan: Path, room: int, stack: ExitStack) -> Sides:
    """A plan at the merge base and as it is; if it is new, the plan that it follows and itself."""
    new = open_plan(plan, room)
    fork = fork_of(plan)
    named = fork.commit[:_DIGITS]
    since = f"`{named}`, where this left `{fork.branch}`"
    try:
        old = stack.enter_context(plan_at(plan, fork.commit, room=room, named=named, known_as=_id(new)))
    except Absent:
        if new.previous is None:
            mend = "name the plan to compare with: `stratkit diff OLD NEW`"
            raise streams.Stop(f"{plan}: this plan is new since {since}", mend, code=0) from None
        shown = new.door.shown(new.previous.path)
        told = f"{plan} is new since {since}; compared with the plan before it, {shown}"
        streams.message(f"stratkit: {visible(told)}")
        return Sides(new.previous, new)
    return _tell_elsewhere(Sides(old, new))


def _id(workspace: Workspace) -> str:
    return str(workspace.header.id) if workspace.header else ""


def _tell_elsewhere(sides: Sides) -> Sides:
    """Say where a plan lay, if its folder had another name."""
    old, new = sides
    then = old.path.relative_to(old.door.base).parts
    if then and new.path.resolve().parts[-len(then) :] != then:
        told = f"{new.door.shown(new.path)} lay at {old.door.shown(old.path)}"
        streams.message(f"stratkit: {visible(told)}")
    return sides


def faults_of(side: Workspace) -> list[Finding]:
    """What keeps a plan from being compared. Of a revision, pictures are not there and count for nothing."""
    faults = structure_faults(side)
    if not (faults and side.door.revision):
        return faults
    pictures = {problem.span for problem in missing_pictures(side)}
    return [finding for finding in faults if finding.span not in pictures]
