"""Where the folders lie that come with stratkit.

A wheel carries them inside the package; a checkout, installed in editable mode or not, has them at its top.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_PLACES = (_PACKAGE / "_shipped", _PACKAGE.parents[1])


def templates() -> Path:
    """The folder of the document kinds, with `_shared/` and its fonts.

    Raises FileNotFoundError where the installation lacks it.
    """
    return _find("templates")


def plans() -> Path:
    """The folder of the sample plans.

    Raises FileNotFoundError where the installation lacks it.
    """
    return _find("plans")


def schema() -> Path:
    """The folder of the JSON Schema.

    Raises FileNotFoundError where the installation lacks it.
    """
    return _find("schema")


def _find(name: str) -> Path:
    for place in _PLACES:
        folder = place / name
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"stratkit was installed without its folder `{name}`: install it again")
