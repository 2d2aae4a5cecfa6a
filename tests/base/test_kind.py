import pytest

from function.base.kind import Kind


@pytest.mark.parametrize(("api_version", "group"), [("v1", ""), ("apps/v1", "apps"), ("keda.sh/v1alpha1", "keda.sh")])
def test_the_core_group_has_no_name(api_version: str, group: str) -> None:
    assert Kind(api_version=api_version, kind="Thing", plural="things").group == group
