from tools.bench.memory import Memory


def test_growth_leaves_out_what_the_first_calls_need() -> None:
    assert Memory(100, 50.0, (60.0, 61.0, 60.5)).growth == 0.5
    assert Memory(100, 50.0, (60.0,)).growth == 0.0
