"""Kinds and paths, with and without the kind."""

import pytest

from function.apis.registry import APIS
from function.platform.config import PlatformConfig
from function.publish.explain.root import roots
from function.publish.explain.topic import Answer, explained, fields_below, fields_named

ROOTS = roots(APIS.values(), PlatformConfig())


def answer(word: str) -> Answer:
    return explained(word, ROOTS, recursive=False)


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("EventDrivenService", "EventDrivenService"),
        ("eventdrivenservices.spec", "EventDrivenService"),
        ("eds.spec.image", "EventDrivenService"),
        ("XInfraBinding", "InfraBinding"),
        ("ib.status", "InfraBinding"),
        ("platformconfig.spec.delivery", "PlatformConfig"),
    ],
)
def test_a_kind_has_several_names(word: str, kind: str) -> None:
    assert answer(word).text.startswith(f"KIND:     {kind}\n")


@pytest.mark.parametrize(
    ("word", "kinds"),
    [
        ("spec.image", ["EventDrivenService"]),
        ("spec.streams", ["InfraBinding"]),
        ("spec.resources", ["EventDrivenService", "InfraBinding"]),
        ("metadata.name", ["EventDrivenService", "InfraBinding"]),
    ],
)
def test_a_path_without_a_kind_is_that_of_every_api_that_has_it(word: str, kinds: list[str]) -> None:
    text = answer(word).text
    assert [kind for kind in (*APIS, "PlatformConfig") if f"KIND:     {kind}\n" in text] == kinds


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("eds.spc", "EventDrivenService.spc: unknown field; did you mean 'spec'?"),
        ("eds.spec.imge", "EventDrivenService.spec.imge: unknown field; did you mean 'image'?"),
        ("spec.sreams", "InfraBinding.spec.sreams: unknown field; did you mean 'streams'?"),
        ("spec.env.nam", "EventDrivenService.spec.env.nam: unknown field; did you mean 'name'?"),
        ("ib.spec.streams.topc", "InfraBinding.spec.streams.topc: unknown field; did you mean 'topic'?"),
        ("eds.spec.nodeSelector", "EventDrivenService.spec.nodeSelector: unknown field. Hint: the platform decides"),
        ("eds.status.phas", "EventDrivenService.status.phas: unknown field; did you mean 'phase'?"),
        ("eds.spec.image.tag", "EventDrivenService.spec.image.tag: unknown field"),
        ("eds.metadata.zzz", "EventDrivenService.metadata.zzz: unknown field"),
        ("eds.", "a path must not contain an empty name; got 'eds.'"),
        ("spec.", "a path must not contain an empty name; got 'spec.'"),
        ("eds.spec..env", "a path must not contain an empty name; got 'eds.spec..env'"),
        (
            "eds.spec.foo",
            "EventDrivenService.spec.foo: unknown field. Hint: platformctl explain EventDrivenService.spec describes ",
        ),
        ("eds.zzz", "EventDrivenService.zzz: unknown field. Hint: platformctl explain EventDrivenService describes "),
        (
            "eds.spec.scaling.triggers.qqq",
            "EventDrivenService.spec.scaling.triggers.qqq: unknown field. Hint: platformctl explain EventDrivenService",
        ),
    ],
)
def test_an_unknown_field_is_named_with_the_one_that_was_meant(word: str, message: str) -> None:
    found = answer(word)
    assert found.text == ""
    assert found.wrong.startswith(message)


@pytest.mark.parametrize("word", ["Deployment", "image", "scaling.minReplicas", "", "."])
def test_what_names_no_kind_and_begins_with_no_field_is_no_topic(word: str) -> None:
    assert answer(word) == Answer()


def test_a_field_is_found_by_its_name() -> None:
    assert fields_named("lagthreshold", ROOTS)[0] == "EventDrivenService.spec.scaling.lagThreshold"
    assert fields_named("lagTreshold", ROOTS) == []


def test_fields_below_a_path() -> None:
    assert fields_below("spec.nats", ROOTS)[:2] == ["stream", "consumer"]
    assert "brokers" in fields_below("InfraBinding.spec.streams.kafka", ROOTS)
    assert fields_below("spec.none", ROOTS) == []
    assert fields_below("none", ROOTS) == []
