import re

import pytest

from function.apis.infra_binding.monitoring.alerts.channels import channel_labels, pattern


def test_each_kind_has_a_label_with_all_its_channels() -> None:
    assert channel_labels(["slack://b", "pagerduty://high", "slack://a", "slack://a"]) == {
        "notify_pagerduty": "high",
        "notify_slack": "a,b",
    }
    assert channel_labels([]) == {}


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        *(("a", "a", True), ("a", "a,b", True), ("a", "b,a", True), ("a", "b,a,c", True)),
        *(("a", "ab", False), ("a", "b,ab", False), ("a", "", False), ("a.b", "a.b", True), ("a.b", "axb", False)),
    ],
)
def test_a_receiver_finds_its_channel_among_several(name: str, value: str, found: bool) -> None:
    assert bool(re.fullmatch(pattern(name), value)) == found
