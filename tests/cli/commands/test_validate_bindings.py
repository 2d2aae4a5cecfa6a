"""`platformctl` and services that take something from a binding: what the files tell, and what only a cluster knows."""

import pytest

from tests.cli.conftest import Done, Run, Write
from tests.cli.service_and_binding import BINDING, SERVICE

UNKNOWN = (
    "EP340 spec.bindingRef.name: not checked: needs ConfigMap 'payments-binding' in namespace pay, the document of the "
    "binding. Hint: pass it with --required, or check the claim together with its InfraBinding, "
    "which must have no errors"
)


def validated(run: Run, write: Write, service: str, binding: str = BINDING) -> Done:
    write("tree/apps/service.yaml", service)
    write("tree/data/binding.yaml", binding)
    return run("validate", "-o", "concise", "tree")


def test_without_the_binding_a_warning_says_what_is_not_checked(run: Run, write: Write) -> None:
    done = run("validate", "-o", "concise", write("service.yaml", SERVICE))
    assert UNKNOWN in done.out
    assert done.code == 0
    assert run("validate", "--strict", "service.yaml").code == 1


def test_with_the_binding_in_the_tree_names_are_checked(run: Run, write: Write) -> None:
    done = validated(run, write, SERVICE)
    assert (done.code, "EP340" in done.out) == (0, False)


@pytest.mark.parametrize(
    ("service", "finding"),
    [
        (
            SERVICE.replace("stream: orders, field", "stream: order, field"),
            (
                "tree/apps/service.yaml:9:31: EP342 spec.bindingRef.env[0].stream: must be one of [orders], the "
                "streams of binding 'payments'; got 'order'. Hint: did you mean 'orders'?"
            ),
        ),
        (
            SERVICE.replace("field: topic", "field: topik"),
            (
                "tree/apps/service.yaml:9:46: EP343 spec.bindingRef.env[0].field: stream 'orders' has no such field; "
                "got 'topik'. Hint: did you mean 'topic'?"
            ),
        ),
        (
            SERVICE.replace("trigger: {stream: orders}", "trigger: {stream: orders, shardCount: 2}"),
            (
                "tree/apps/service.yaml:10:43: EP344 spec.bindingRef.trigger.shardCount: a Kafka stream has no shards; "
                "got 2. Hint: remove it, or use spec.scaling.lagThreshold"
            ),
        ),
    ],
)
def test_a_name_that_the_binding_does_not_have_is_an_error(run: Run, write: Write, service: str, finding: str) -> None:
    done = validated(run, write, service)
    assert done.out.splitlines()[0] == finding
    assert done.code == 1


@pytest.mark.parametrize(
    "binding",
    [
        BINDING.replace("namespace: pay", "namespace: other"),
        BINDING.replace("name: payments", "name: other"),
        BINDING.replace("topic: orders.v1", "topic: ''"),
    ],
)
def test_another_binding_or_an_invalid_one_tells_nothing(run: Run, write: Write, binding: str) -> None:
    assert UNKNOWN in validated(run, write, SERVICE, binding).out


def test_a_tree_wins_over_given_files(run: Run, write: Write, document: str) -> None:
    for tree, binding in (("old", BINDING), ("new", BINDING.replace("orders.v1", "orders.v2"))):
        write(f"{tree}/service.yaml", SERVICE)
        write(f"{tree}/binding.yaml", binding)
    assert "orders.v2" in run("plan", "old", "new", "--required", document).out


def test_a_tree_with_another_binding_says_so_instead(run: Run, write: Write) -> None:
    write("tree/service.yaml", SERVICE.replace("name: payments", "name: payment"))
    write("tree/binding.yaml", BINDING)
    done = run("validate", "-o", "concise", "--cross-document", "tree")
    assert done.code == 0
    assert done.out == (
        "tree/service.yaml:7:11: EP509 spec.bindingRef.name: no InfraBinding of this name is in the tree; "
        "got 'payment'. Hint: did you mean 'payments'?\n"
    )
    assert "EP509" not in run("validate", "tree").out


def test_a_tree_without_a_binding_says_that_it_is_not_checked(run: Run, write: Write) -> None:
    done = run("validate", "-o", "concise", "--cross-document", write("tree/service.yaml", SERVICE))
    assert UNKNOWN in done.out
    assert "EP509" not in done.out
