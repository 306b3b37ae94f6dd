"""Colours in drawings: an attribute for paper, and a class that follows light and dark on the screen."""

from __future__ import annotations

from markupsafe import Markup

from stratkit.render.house_style import HouseStyle


class Paint:
    """Writes the attributes of a house style. A colour is a field of its palette, or a status word."""

    def __init__(self, house: HouseStyle) -> None:
        self._house = house

    def fill(self, name: str) -> Markup:
        """Filled; a status that is none has the colour of softer text."""
        kind, colour = self._find(name)
        return Markup('class="{}" fill="{}"').format(kind, colour)

    def line(self, name: str, thick: float) -> Markup:
        """An outline of a thickness in millimetres."""
        kind, colour = self._find(name)
        return Markup('class="line-{}" fill="none" stroke="{}" stroke-width="{}"').format(kind, colour, thick)

    def ring(self, name: str, thick: float) -> Markup:
        """An outline on paper."""
        colour = getattr(self._house.light, name)
        return Markup('class="paper line-{}" fill="{}" stroke="{}" stroke-width="{}"').format(
            name, self._house.light.paper, colour, thick
        )

    def _find(self, name: str) -> tuple[str, str]:
        """The class and the colour."""
        if name in self._house.signals:
            return f"signal status-{name}", self._house.signals[name]
        name = name or "soft"
        return name, getattr(self._house.light, name)
