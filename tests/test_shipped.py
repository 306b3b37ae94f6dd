from collections.abc import Callable
from pathlib import Path

import pytest

from stratkit import shipped

CHECKOUT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("find", [shipped.templates, shipped.plans, shipped.schema])
def test_checkout_has_the_folder_at_its_top(find: Callable[[], Path]) -> None:
    assert find() == CHECKOUT / find.__name__


def test_what_the_package_carries_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside, beside = tmp_path / "inside", tmp_path / "beside"
    for place in (inside, beside):
        (place / "plans").mkdir(parents=True)
    monkeypatch.setattr(shipped, "_PLACES", (inside, beside))
    assert shipped.plans() == inside / "plans"


def test_missing_folder_is_named_with_the_cure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shipped, "_PLACES", (tmp_path,))
    with pytest.raises(FileNotFoundError, match="without its folder `schema`: install it again"):
        shipped.schema()
