import pytest

from function.apis.infra_binding.kafka.topic import KafkaTopic
from function.apis.infra_binding.member import Member, Part
from function.apis.infra_binding.sections import SECTIONS
from function.apis.infra_binding.sections.secret_stores.vault import Model as Vault
from function.apis.infra_binding.sections.streams.kafka import Model as Kafka
from function.apis.infra_binding.sections.streams.pulsar import Model as Pulsar
from function.base.manifest import Manifest
from function.platform.config import PlatformConfig
from tests.bindings import topic, vault


def test_a_member_that_does_not_answer_cannot_be_made() -> None:
    with pytest.raises(TypeError, match=r"identities.*made.*physical"):
        Member.model_validate({})


def test_keys_follow_the_logical_name() -> None:
    assert Part(key="stream", kind="KafkaTopic", made="always").of("auth_events") == "stream-auth_events"
    assert Kafka.model_validate(topic("another.topic")).wants("auth_events", {}) == {"stream-auth_events"}


class Shared(KafkaTopic):
    singular = "letter"
    makes = (
        Part(key="letter", kind="Letter", made="always"),
        Part(key="store", kind="Store", made="once", shared=True),
    )


def test_what_entries_share_is_wanted_by_none_of_them() -> None:
    assert Shared.model_validate(topic()).wants("a", {}) == {"letter-a"}


def test_a_member_has_no_problems_unless_it_says_so() -> None:
    assert list(Kafka.model_validate(topic()).problems("spec.streams.a", "shop", PlatformConfig())) == []
    assert list(Vault.model_validate(vault()).problems("spec.secrets.a", "shop", PlatformConfig())) != []


def test_entries_of_two_sections_never_have_one_key() -> None:
    """Both may hold the same logical name."""
    singular = {section: {model.singular for model in models.values()} for section, models in SECTIONS.items()}
    assert all(len(names) == 1 for names in singular.values())
    assert len({name for names in singular.values() for name in names}) == len(SECTIONS)


READ: Manifest = {
    "type": "pulsar",
    "topic": "persistent://a/b/c",
    "service_url": "pulsar://pulsar:6650",
}


@pytest.mark.parametrize(
    ("fields", "changed"),
    [
        ({}, []),
        ({"retention_time": "7d"}, []),
        ({"retention_time": "1500ms"}, [("retention_time", "the operator gets 2s: it does not know milliseconds")]),
        ({"retention_size": "100GB"}, [("retention_size", "the operator gets 100Gi: sizes are binary")]),
    ],
)
def test_amounts_in_other_units_are_told(fields: Manifest, changed: list[tuple[str, str]]) -> None:
    assert list(Pulsar.model_validate({**READ, **fields}).changed()) == changed


def test_only_services_of_the_binding_have_dns_names() -> None:
    assert list(Kafka.model_validate(topic()).dns_names("a")) == []
