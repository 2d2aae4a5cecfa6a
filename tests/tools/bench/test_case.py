from tools.bench.case import CASES, Case
from tools.bench.servers import EMPTY, OURS, PEER, PYTHON
from tools.bench.shapes import SHAPES


def test_every_shape_is_measured_and_nothing_twice() -> None:
    assert {case.shape for case in CASES} == SHAPES.keys()
    assert len(set(CASES)) == len(CASES)


def test_ours_is_measured_wherever_another_function_is() -> None:
    ours = {(case.shape, case.callers, case.tls) for case in CASES if case.function == OURS}
    assert {(case.shape, case.callers, case.tls) for case in CASES} == ours


def test_one_and_many_callers_with_and_without_tls() -> None:
    measured = {(case.callers, case.tls) for case in CASES if case.function == PEER}
    assert measured == {(1, False), (16, False), (1, True), (16, True)}


def test_only_the_peer_has_requests_of_its_own() -> None:
    assert {name: Case("services", name).source for name in (OURS, PEER, EMPTY, PYTHON)} == {
        OURS: OURS,
        PEER: PEER,
        EMPTY: OURS,
        PYTHON: OURS,
    }


def test_bindings_are_not_compared_with_the_peer_which_cannot_make_them() -> None:
    assert {case.function for case in CASES if case.shape == "binding"} == {EMPTY, OURS}
