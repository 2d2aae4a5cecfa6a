import pytest

from function.base.manifest import Json
from function.render import check
from tests.bindings import binding, composite, process, storage
from tests.documents import platform


def reported(flink: Json = None, **sections: Json) -> list[tuple[str, str]]:
    """Return the places and first words of the warnings about a binding whose process p is deployed."""
    whole: dict[str, Json] = {"resources": {"p": process()}, "checkpoints": {"a": storage()}, **sections}
    problems = check(composite(binding(deployment={"type": "kubernetes"}, **whole)), platform(flink=flink or {}))
    assert {problem.severity for problem in problems} <= {"warning"}
    assert {problem.code for problem in problems} <= {"EP434"}
    return [(problem.path, " ".join(problem.message.split()[:3])) for problem in problems]


def test_a_job_of_which_everything_is_known_is_not_doubted() -> None:
    assert reported(state_backends={"a": {"type": "rocksdb"}}) == []


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        ({"checkpoints": {}}, [("spec.resources.p", "the job has")]),
        (
            {"checkpoints": {"a": {"type": "gcs", "bucket": "fraud"}}},
            [("spec.checkpoints.a", "without an interval,")],
        ),
        (
            {"resources": {"p": {**process(), "max_parallelism": None}}},
            [("spec.resources.p.parallelism", "is the maximum")],
        ),
        (
            {"resources": {"p": process(image="flink:1.20")}},
            [("spec.resources.p.image", "the tag of")],
        ),
        (
            {
                "resources": {"p": process(image="flink:1.17.1")},
                "state_backends": {"a": {"type": "rocksdb", "options": {"compression": "LZ4"}}},
            },
            [("spec.state_backends.a.options.compression", "has no effect")],
        ),
        (
            {"state_backends": {"a": {"type": "hashmap"}}, "resources": {"p": process(managed_memory="64mb")}},
            [("spec.resources.p.managed_memory", "has no effect")],
        ),
        (
            {
                "state_backends": {"a": {"type": "rocksdb", "options": {"write_buffer_size": "64mb"}}},
                "resources": {"p": process(managed_memory="64mb")},
            },
            [("spec.state_backends.a.options.write_buffer_size", "has little effect,")],
        ),
    ],
)
def test_what_starts_but_not_as_its_author_may_expect(
    sections: dict[str, Json], expected: list[tuple[str, str]]
) -> None:
    assert reported(**sections) == expected


def test_what_the_platform_jar_asks_for_itself_is_not_known_here() -> None:
    assert reported(checkpoints={"a": storage(interval=None, checkpoint={"interval": "60s"})}) == []


def test_a_process_that_is_not_deployed_is_not_doubted() -> None:
    assert (
        check(composite(binding(resources={"p": {}}, checkpoints={"a": {"type": "gcs", "bucket": "fraud"}})), {}) == []
    )
