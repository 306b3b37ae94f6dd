"""How something stands: how far it is, how far it should be, and the status that follows.

Percentages are of the way from where it started to where it is to be, exact, and not bounded: below 0 it went
the wrong way, over 100 it is beyond its goal.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from stratkit.load.settings import Settings
from stratkit.model.report import NO_REPORT, NOT_COMPUTED


@dataclass(frozen=True, kw_only=True)
class Bands:
    """The shares of what is expected, 0 to 1, from which something is on track, or at risk."""

    on_track: Fraction = Fraction(95, 100)
    at_risk: Fraction = Fraction(85, 100)

    @classmethod
    def of(cls, settings: Settings) -> Bands:
        """The bands that a project has settled on, or those of everybody."""
        said = settings.bands
        return (
            cls(on_track=Fraction(said.on_track) / 100, at_risk=Fraction(said.at_risk) / 100)
            if said
            else cls()
        )

    def status(self, percent: Fraction, expected: Fraction) -> str:
        """`on_track`, `at_risk` or `off_track`. Where no gain is expected yet, keeping level is enough."""
        if expected <= 0:
            return "on_track" if percent >= min(expected, Fraction(0)) else "off_track"
        share = percent / expected
        if share >= self.on_track:
            return "on_track"
        return "at_risk" if share >= self.at_risk else "off_track"


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Percent of the way, percent expected on the day, and the computed status."""

    percent: Fraction | None
    expected_percent: Fraction | None
    status: str


def standing(
    percent: Fraction | None, expected: Fraction | None, bands: Bands, *, reported: bool
) -> Standing:
    """A standing; `reported` says whether there is any reading or entry at all."""
    if not reported:
        status = NO_REPORT
    elif percent is None or expected is None:
        status = NOT_COMPUTED
    else:
        status = bands.status(percent, expected)
    return Standing(percent=percent, expected_percent=expected, status=status)


def differ(said: str | None, computed: str) -> bool:
    """Whether a reported status says something else than the computed one.

    What is completed may well be on track; what is discontinued, or has no figure, is not compared.
    """
    said = "on_track" if said == "completed" else said
    return said in _COMPARED and computed in _COMPARED and said != computed


_COMPARED = ("on_track", "at_risk", "off_track")
