"""Numbers and sums as a person writes them down: exact where that is short, else rounded, and marked with ≈.

In: exact fractions. Out: text that can be worked through with pencil and paper.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

_DIGITS = 5
"""As many of a rounded number's digits are shown, counted from the first that is not 0."""
_PLACES = 6
"""A number with no more decimal places than this is not rounded."""


def number(value: Fraction) -> str:
    """A number within a sum: `67.5`, or `≈67.74` where there is more to it."""
    text, exact = _rounded(value)
    return text if exact else f"≈{text}"


def equals(value: Fraction, unit: str = "") -> str:
    """What stands at the end of a sum: `= 67.5 %`, or `≈ 67.74 %`."""
    text, exact = _rounded(value)
    return f"{'=' if exact else '≈'} {text}{unit}"


def equals_share(value: Fraction, edges: Iterable[Fraction]) -> str:
    """A share in percent, to one place, or to as many as show on which side of each edge it lies."""
    if _rounded(value)[1]:
        return equals(value, " %")
    places = 1
    while any((_round(value, places) >= edge) != (value >= edge) for edge in edges):
        places += 1
    return f"≈ {_written(_round(value, places), places)} %"


def difference(left: Fraction, right: Fraction) -> str:
    """One number less another: `(20 - 5)`; one below 0 is added: `(20 + 5)`."""
    return f"({number(left)} {'+' if right < 0 else '-'} {number(abs(right))})"


def total(values: Iterable[Fraction]) -> str:
    """Numbers added up: `30 + 40 - 2`."""
    first, *others = values
    return number(first) + "".join(f" {'-' if one < 0 else '+'} {number(abs(one))}" for one in others)


def _rounded(value: Fraction) -> tuple[str, bool]:
    """A number rounded to a few digits, and whether it is still the same."""
    if (value * 10**_PLACES).denominator == 1:
        return _written(value, _PLACES), True
    places = 2
    while abs(value) * 10**places < 10 ** (_DIGITS - 1):
        places += 1
    rounded = _round(value, places)
    return _written(rounded, places), rounded == value


def _round(value: Fraction, places: int) -> Fraction:
    return Fraction(round(value * 10**places), 10**places)


def _written(value: Fraction, places: int) -> str:
    """A number with at most so many decimal places, which it has to fit into."""
    number = round(abs(value) * 10**places)
    whole, rest = divmod(number, 10**places)
    decimals = f".{rest:0{places}d}".rstrip("0").rstrip(".") if rest else ""
    return f"{'-' if value < 0 else ''}{whole}{decimals}"
