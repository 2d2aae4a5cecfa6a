import pytest

from function.base.manifest import Manifest
from tests.bindings import composite
from tests.infrastructure import CHANGES, CLOUDS, OF_CLOUDS, REFUSED, SHARED, WRONG_CLOUDS, runtime
from tests.plug_ins.cases import Cases
from tests.support import assert_refused, outcome

CASES = Cases(
    whole={"platform": "kubernetes", **SHARED, **CLOUDS},
    changes={**CHANGES, **OF_CLOUDS},
    for_applications={**CHANGES, **OF_CLOUDS},
    refused=[("namespace", None), *REFUSED, *WRONG_CLOUDS],
)


def test_the_namespace_is_required() -> None:
    assert_refused(
        composite(runtime(platform="kubernetes")), "spec.infrastructure.runtime.namespace: required field missing"
    )


@pytest.mark.parametrize("fields", [{}, {"service_account": "runner"}, {"compute": {"instance_count": 3}}])
def test_nothing_else_is(fields: Manifest) -> None:
    assert outcome(composite(runtime(platform="kubernetes", namespace="data", **fields))).fatal is None
