from tools.bench.imports import of, read

PRINTED = """import time: self [us] | cumulative | imported package
import time:       100 |        100 |   _io
import time:      2000 |       2100 |   grpc._cython
import time:       500 |       2600 | grpc
something else
"""


def test_own_times_are_added_by_package() -> None:
    found = read(PRINTED)
    assert found.modules == 3
    assert found.milliseconds == 2.6
    assert found.largest == (("grpc", 2.5), ("_io", 0.1))


def test_what_is_no_line_of_it_does_not_count() -> None:
    assert read("Traceback\n").modules == 0
    assert read("").largest == ()


def test_a_module_is_imported_in_a_new_process() -> None:
    assert of("json").modules > 5
