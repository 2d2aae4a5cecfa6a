import pytest

# the verbs compare whole values: without this a failure would not show what differs
pytest.register_assert_rewrite("tests.support", "tests.cel")
