import pytest

from tests.tools.bench.made import results
from tools.bench.spread import Spread
from tools.bench.targets import TARGETS, Target

BY_TITLE = {target.title: target for target in TARGETS}


@pytest.mark.parametrize(
    ("title", "value"),
    [
        ("CPU to patch-and-transform, 100 services", 0.1),
        ("CPU to the empty Go function, 40 observed resources", 0.5),
        ("calls per second to patch-and-transform, 16 callers", 10),
        ("p99 to patch-and-transform, 1 caller", 0.1),
        ("CPU of 40 observed resources to that of 4", 1),
        ("CPU per byte of foreign state to the empty Python handler", 1),
        ("memory after load, MB", 60.5),
        ("growth of memory over 100,000 calls, MB", 0.5),
        ("start to first answer, s", 0.3),
        ("platformctl --help, s", 0.11),
    ],
)
def test_a_figure_is_that_of_the_run(title: str, value: float) -> None:
    found = BY_TITLE[title].value(results())
    assert found is not None
    assert found.median == pytest.approx(value)


def test_memory_is_not_flat_after_few_calls() -> None:
    target = BY_TITLE["growth of memory over 100,000 calls, MB"]
    assert target.verdict(results(calls=99_999)) == "not measured"
    assert target.verdict(results(growth=5.0)) == "**not met**"


@pytest.mark.parametrize(("value", "verdict"), [(0.5, "aim met"), (0.6, "met"), (1.0, "met"), (1.01, "**not met**")])
def test_smaller_is_better(value: float, verdict: str) -> None:
    assert Target("x", 1.0, 0.5, lambda _: Spread(0, value, 9)).verdict(results()) == verdict


@pytest.mark.parametrize(("value", "verdict"), [(6.0, "aim met"), (5.9, "met"), (4.0, "met"), (3.9, "**not met**")])
def test_or_larger_is(value: float, verdict: str) -> None:
    assert Target("x", 4.0, 6.0, lambda _: Spread(0, value, 9), at_least=True).verdict(results()) == verdict


def test_an_aim_is_never_easier_than_what_must_be() -> None:
    assert [
        target.title
        for target in TARGETS
        if (target.aim < target.must) is target.at_least and target.aim != target.must
    ] == []
