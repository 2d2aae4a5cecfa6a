from threading import Event

from function.base.preflight import PASSED, REFUSED, TIMEOUT
from function.base.preflight_target import Endpoint
from function.preflight.together import together

MANY = [Endpoint("kafka", port) for port in range(1, 101)]
LONG = 60.0


def test_results_are_in_the_order_of_the_plan() -> None:
    found = together(MANY, lambda endpoint: PASSED if endpoint.port % 2 else REFUSED, LONG)
    assert found == [PASSED, REFUSED] * 50


def test_what_hangs_has_timed_out_and_the_rest_has_its_result() -> None:
    never, quick = Event(), Event()

    def attempt(endpoint: Endpoint) -> str:
        if endpoint.port == 1:
            never.wait(LONG)
        elif endpoint.port == 100:
            quick.set()
        return PASSED

    found = together(MANY, attempt, 1.0) if not quick.is_set() else []
    assert quick.wait(LONG)
    never.set()
    assert found[0] == TIMEOUT


def test_without_time_nothing_has_passed_that_was_not_tried() -> None:
    never = Event()

    def attempt(_: Endpoint) -> str:
        never.wait(LONG)
        return PASSED

    assert together(MANY, attempt, 0.0) == [TIMEOUT] * 100
    never.set()
