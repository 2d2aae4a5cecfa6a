"""`platformctl` and services that take something from a binding: what the files tell, and what only a cluster knows."""

import pytest

from tests.cli.conftest import Done, Run, Write

BINDING = """\
apiVersion: platform.bizmatters.io/v1alpha1
kind: InfraBinding
metadata: {name: payments, namespace: pay}
spec:
  version: "1.0"
  environment: test
  streams:
    orders: {type: kafka, topic: orders.v1, brokers: "broker:9092", consumer: {group_id: billing}}
"""
SERVICE = """\
apiVersion: platform.bizmatters.io/v1alpha1
kind: EventDrivenService
metadata: {name: billing, namespace: pay}
spec:
  image: ghcr.io/acme/billing:v1
  bindingRef:
    name: payments
    env:
      - {name: TOPIC, stream: orders, field: topic}
    trigger: {stream: orders}
"""
UNKNOWN = (
    "EP340 spec.bindingRef.name: not checked: needs ConfigMap 'payments-binding' in namespace pay, the document of the "
    "binding. Hint: pass it with --required, or check the claim together with its InfraBinding"
)


@pytest.fixture
def document(run: Run, write: Write) -> str:
    """Return a file with everything that the binding becomes."""
    return write("document.yaml", run("render", write("b.yaml", BINDING)).out)


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


def test_render_takes_the_document_from_files(run: Run, write: Write, document: str) -> None:
    service = write("service.yaml", SERVICE)
    done = run("render", service, "--required", document)
    assert (done.err, done.code) == ("", 0)
    assert "value: orders.v1" in done.out


def test_render_without_the_document_says_what_it_needs(run: Run, write: Write) -> None:
    done = run("render", write("service.yaml", SERVICE))
    assert (done.code, done.out) == (1, "")
    assert "EP340 spec.bindingRef.name: needs ConfigMap 'payments-binding' in namespace pay" in done.err


def test_render_of_a_service_without_its_binding_says_what_waits(run: Run, write: Write) -> None:
    service, nothing = write("service.yaml", SERVICE), write("nothing.yaml", "kind: Other\n")
    done = run("render", service, "--required", nothing)
    assert done.code == 0
    assert "kind: Deployment" not in done.out
    assert "does not exist in namespace pay; the Deployment is not created without it" in done.err


def test_render_with_the_document_finds_unknown_names(run: Run, write: Write, document: str) -> None:
    service = write("service.yaml", SERVICE.replace("field: topic", "field: topik"))
    done = run("render", service, "--required", document)
    assert (done.code, done.out) == (1, "")
    assert done.err.count("EP343") == 1


def test_plan_shows_what_a_changed_binding_does_to_its_services(run: Run, write: Write) -> None:
    for tree, binding in (("old", BINDING), ("new", BINDING.replace("orders.v1", "orders.v2"))):
        write(f"{tree}/service.yaml", SERVICE)
        write(f"{tree}/binding.yaml", binding)
    done = run("plan", "old", "new")
    assert "! restart Deployment pay/billing" in done.out
    assert "orders.v2" in done.out
    assert done.out.splitlines()[-1] == "0 to add, 3 to change, 1 restarts pods, 0 to delete"


def test_plan_shows_that_a_binding_loses_what_a_service_needs(run: Run, write: Write) -> None:
    for tree, binding in (("old", BINDING), ("new", BINDING.replace("    orders:", "    returns:"))):
        write(f"{tree}/service.yaml", SERVICE)
        write(f"{tree}/binding.yaml", binding)
    assert "must be one of [returns], the streams of binding 'payments'; got 'orders'" in run("plan", "old", "new").out


def test_plan_needs_the_document_of_a_binding_elsewhere(run: Run, write: Write, document: str) -> None:
    old, new = write("old.yaml", SERVICE), write("new.yaml", SERVICE.replace(":v1", ":v2"))
    assert "needs ConfigMap 'payments-binding' in namespace pay" in run("plan", old, new).out
    assert "1 restarts pods" in run("plan", old, new, "--required", document).out


def test_a_tree_wins_over_given_files(run: Run, write: Write, document: str) -> None:
    for tree, binding in (("old", BINDING), ("new", BINDING.replace("orders.v1", "orders.v2"))):
        write(f"{tree}/service.yaml", SERVICE)
        write(f"{tree}/binding.yaml", binding)
    assert "orders.v2" in run("plan", "old", "new", "--required", document).out
