"""Outlines of marks, as paths in millimetres around a middle."""

from __future__ import annotations


def circle(x: float, y: float, radius: float) -> str:
    """A circle."""
    half = f"a{radius:g} {radius:g} 0 1 1"
    return f"M{x - radius:.2f} {y:.2f}{half} {2 * radius:g} 0{half} {-2 * radius:g} 0z"


def diamond(x: float, y: float, half: float) -> str:
    """A square on its tip; `half` is from the middle to a tip."""
    return f"M{x:.2f} {y - half:.2f}l{half:g} {half:g}l{-half:g} {half:g}l{-half:g} {-half:g}z"


def barb(x: float, y: float, *, up: bool) -> str:
    """A triangle on a value, which points to where another lies."""
    rise = 1.3 if up else -1.3
    return f"M{x - 1:.2f} {y:.2f}h2l-1 {-rise:g}z"
