"""`platformctl render` and `platformctl plan` of services that take something from a binding."""

import pytest

from tests.cli.conftest import Run, Write
from tests.cli.service_and_binding import BINDING, SERVICE


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


def test_render_takes_the_document_of_a_binding_beside_the_service(run: Run, write: Write, document: str) -> None:
    write("tree/service.yaml", SERVICE)
    expected = run("render", "tree/service.yaml", "--required", document).out
    write("tree/binding.yaml", BINDING)
    done = run("render", "tree")
    assert (done.err, done.code) == ("", 0)
    assert done.out.endswith(expected)


def test_render_beside_another_binding_says_what_it_needs(run: Run, write: Write) -> None:
    write("tree/service.yaml", SERVICE)
    write("tree/binding.yaml", BINDING.replace("namespace: pay", "namespace: other"))
    done = run("render", "tree")
    assert (done.code, done.out) == (1, "")
    assert "EP340 spec.bindingRef.name: needs ConfigMap 'payments-binding' in namespace pay" in done.err


SETTINGS = """\
apiVersion: platform.fn.bizmatters.io/v1beta1
kind: PlatformConfig
spec: {variables: {sources: [{kind: ConfigMap, name: env}]}}
"""
ENV = "{apiVersion: v1, kind: ConfigMap, metadata: {name: env, namespace: pay}, data: {TOPIC: t1}}"


@pytest.mark.parametrize("command", [("plan", "old.yaml"), ("render",)], ids=str)
def test_variables_of_the_binding_are_those_of_given_files(run: Run, write: Write, command: tuple[str, ...]) -> None:
    write("old.yaml", "")
    write("tree/service.yaml", SERVICE)
    write("tree/binding.yaml", BINDING.replace("orders.v1", '"${TOPIC}"'))
    options = ("--required", write("env.yaml", ENV), "--platform-config", write("platform.yaml", SETTINGS))
    done = run(*command, "tree", *options)
    assert (done.code, "Deployment" in done.out, "ScaledObject" in done.out) == (0, True, True)


@pytest.mark.parametrize("image", [":v1", ":v2"])
def test_a_binding_that_is_refused_leaves_its_services_the_document_that_they_have(
    run: Run, write: Write, image: str
) -> None:
    write("old/service.yaml", SERVICE)
    write("old/binding.yaml", BINDING)
    write("new/service.yaml", SERVICE.replace(":v1", image))
    write("new/binding.yaml", BINDING.replace("type: kafka", "type: kafkaa"))
    done = run("plan", "old", "new")
    assert "needs ConfigMap" not in done.out
    assert done.out.splitlines()[-1].endswith(" 1 refused")
    assert ("! restart Deployment pay/billing" in done.out) == (image == ":v2")


def test_one_that_is_gone_leaves_none(run: Run, write: Write) -> None:
    write("old/service.yaml", SERVICE)
    write("old/binding.yaml", BINDING)
    write("new/service.yaml", SERVICE)
    assert "needs ConfigMap 'payments-binding' in namespace pay" in run("plan", "old", "new").out


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
