"""Everything that documents say by themselves is asked of a catalogue, and known to it."""

from __future__ import annotations

import re
from gettext import NullTranslations

import pytest
from tests.documents.samples import BEFORE, READ, SHOWCASE, Samples
from tests.render.extraction import messages

from stratkit.load.workspace import Workspace
from stratkit.render import page as pages
from stratkit.render.page import page_for_paper, page_for_screen
from stratkit.views.tongue import Tongue

Specimen = tuple[Workspace, dict[str, str]]
AUTHORS = {"Some-key", "76000", "75000"}
"""Words that authors choose: they may have a translation, as `gender_equality` has, or none."""


class Listener(NullTranslations):
    """A catalogue that notes what it is asked for, and answers in capitals between brackets."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def gettext(self, message: str) -> str:
        self.asked.add(message)
        return f"[{message}]"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1)

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message)


@pytest.mark.parametrize("page", [page_for_screen, page_for_paper])
def test_everything_said_is_in_the_catalogues(
    specimen: Specimen, page: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue = Listener()
    monkeypatch.setattr(pages, "speak", lambda tag: Tongue(tag, catalogue))
    html = page(specimen[0], "plan")
    known = {message for message, _ in messages()}
    assert len(catalogue.asked & known) > 150
    assert catalogue.asked - known - AUTHORS - specimen[1].keys() == set()
    assert "[Contents]" in html
    assert not re.findall(r"<(?:th|caption)[^>]*>\s*[A-Z][a-z]+\s*<", html)


@pytest.mark.parametrize("name", ["specimen", SHOWCASE, READ])
def test_everything_that_changes_say_is_in_the_catalogues(
    samples: Samples, specimen: Specimen, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    catalogue = Listener()
    monkeypatch.setattr(pages, "speak", lambda tag: Tongue(tag, catalogue))
    shown = samples.shown(name, "changes")
    html = "".join(page(shown, "changes") for page in (page_for_screen, page_for_paper))
    known = {message for message, _ in messages()}
    assert len(catalogue.asked & known) > 50
    now, then = BEFORE["specimen"][0]
    told = {*specimen[1], *(text.replace(now, then) for text in specimen[1])}
    assert catalogue.asked - known - AUTHORS - told == set()
    assert not re.findall(r'<th scope="col"[^>]*>\s*[A-Z][a-z]+\s*<', html)
