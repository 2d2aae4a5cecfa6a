import pytest

from tools.bench.spread import Spread, ratio, spread


def test_one_value_is_its_own_quartiles() -> None:
    assert spread([3.0]) == Spread(3.0, 3.0, 3.0)


def test_quartiles_lie_around_the_median() -> None:
    assert spread([5.0, 1.0, 2.0, 4.0, 3.0]) == Spread(2.0, 3.0, 4.0)


def test_the_width_is_a_share_of_the_median() -> None:
    assert Spread(2.0, 4.0, 5.0).width == 0.75
    assert Spread(0.0, 0.0, 0.0).width == 0.0


def test_a_ratio_compares_the_values_of_the_same_round() -> None:
    assert ratio([1.0, 20.0, 300.0], [10.0, 200.0, 3000.0]) == Spread(0.1, 0.1, 0.1)


def test_rounds_that_do_not_match_are_no_ratio() -> None:
    with pytest.raises(ValueError, match="shorter"):
        ratio([1.0, 2.0], [1.0])
    with pytest.raises(ZeroDivisionError):
        ratio([1.0], [0.0])
