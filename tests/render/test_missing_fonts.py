from __future__ import annotations

import sys

import pytest

from stratkit.render.missing_fonts import install_fonts


@pytest.mark.parametrize(
    ("characters", "packages"),
    [
        ("م", "fonts-noto-core"),
        ("ᄀ漢か", "fonts-noto-cjk"),
        ("😀م漢", "fonts-noto-cjk fonts-noto-color-emoji fonts-noto-core"),
        ("\U0010ff00م", "fonts-noto-core"),
    ],
)
def test_debian_has_packages(characters: str, packages: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert install_fonts(characters) == f"on Debian and Ubuntu type `sudo apt install {packages}`"


def test_nobody_has_characters_without_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert install_fonts("\U0010ff00") == "install a font with them"


def test_elsewhere_there_is_no_package_to_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert install_fonts("م") == "install a font with them"
