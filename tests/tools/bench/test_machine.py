import socket

import pytest

from tools.bench import machine


def test_the_pins_are_versions() -> None:
    assert (
        machine.pinned("patch-and-transform", "github.com/crossplane-contrib/function-patch-and-transform") == "v0.10.7"
    )
    assert machine.pinned("empty-function", "github.com/crossplane/function-sdk-go").startswith("v0.")


def test_a_module_that_is_not_pinned_has_no_version() -> None:
    with pytest.raises(ValueError, match=r"tools/load/go\.mod has no example\.org/x"):
        machine.pinned("load", "example.org/x")


def test_the_processor_is_named_and_the_machine_is_not() -> None:
    assert machine.processor()
    assert "(R)" not in machine.processor()
    assert socket.gethostname() not in machine.processor()
