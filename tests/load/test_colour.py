import pytest
from hypothesis import given
from hypothesis import strategies as st

from stratkit.load.colour import contrast, dim, legible_on, mix, nearest_passing

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#767676", "#ffffff", 4.54)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(one, other) == contrast(other, one)


@given(COLOURS, COLOURS)
def test_a_nearest_colour_passes(colour: str, ground: str) -> None:
    found = nearest_passing(colour, (ground,), 4.5)
    assert contrast(found, ground) >= 4.5
    assert (found == colour) == (contrast(colour, ground) >= 4.5)


def test_the_nearest_colour_keeps_its_hue_and_moves_little() -> None:
    found = nearest_passing("#f0a020", ("#ffffff",), 4.5)
    red, green, blue = (int(found[i : i + 2], 16) for i in (1, 3, 5))
    assert red > green > blue
    assert contrast(found, "#ffffff") < 4.7


def test_several_grounds_count() -> None:
    found = nearest_passing("#777777", ("#ffffff", "#f0f0f0"), 4.5)
    assert min(contrast(found, ground) for ground in ("#ffffff", "#f0f0f0")) >= 4.5


def test_where_no_colour_passes_it_is_black_or_white() -> None:
    assert nearest_passing("#ff0000", ("#000000", "#ffffff"), 7) in {"#000000", "#ffffff"}


def test_mixtures() -> None:
    assert mix("#000000", "#ffffff", 0) == "#000000"
    assert mix("#000000", "#ffffff", 1) == "#ffffff"
    assert dim("#ff0000", 1, 0) == "#ffffff"


@pytest.mark.parametrize(("ground", "text"), [("#16233f", "#ffffff"), ("#ffffff", "#1a2233")])
def test_what_is_read_best(ground: str, text: str) -> None:
    assert legible_on(ground, "#1a2233") == text
