import pytest
from pydantic import TypeAdapter, ValidationError

from function.base.manifest import Manifest
from function.platform.size import SizeName
from tests.documents import platform, worker, xr
from tests.support import assert_refused, assert_rejects

TWO = platform(sizes={"tiny": {}, "huge": {}}, defaultSize="tiny")
NAME: TypeAdapter[str] = TypeAdapter(SizeName)


@pytest.mark.parametrize("name", ["small", "large"])
def test_a_name_that_the_context_knows(name: str) -> None:
    assert NAME.validate_python(name, context={"sizes": ["small", "large"]}) == name


@pytest.mark.parametrize("name", ["", "medium", "Small", "small "])
def test_any_other_is_refused(name: str) -> None:
    with pytest.raises(ValidationError):
        NAME.validate_python(name, context={"sizes": ["small", "large"]})


@pytest.mark.parametrize("context", [None, {}])
def test_without_a_table_any_name_goes(context: dict[str, list[str]] | None) -> None:
    assert NAME.validate_python("own", context=context) == "own"


@pytest.mark.parametrize(
    ("size", "config", "message"),
    [
        ("xlarge", None, "must be one of [small, medium, large], got 'xlarge'"),
        ("Small", None, "must be one of [small, medium, large], got 'Small'"),
        ("", None, "must be one of [small, medium, large], got ''"),
        ("größe", None, "must be one of [small, medium, large], got 'größe'"),
        ("x" * 999, None, f"must be one of [small, medium, large], got '{'x' * 57}'…"),
        ("small", TWO, "must be one of [tiny, huge], got 'small'"),
    ],
)
def test_a_size_that_is_none(size: str, config: Manifest | None, message: str) -> None:
    assert_rejects(worker(size=size), "spec.size", message, config)


def test_it_is_told_beside_all_other_mistakes() -> None:
    document = xr({"image": "orders", "size": "xlarge", "nats": {"consumer": "c"}})
    sizes = "spec.size: must be one of [small, medium, large], got 'xlarge'"
    assert_refused(document, f"spec.nats.stream: required field missing\n{sizes}")
