import pytest

from function.apis.infra_binding.stores.tls import Tls, both
from function.base.manifest import Manifest
from function.base.validation import broken_rules
from tests.cel import judge


@pytest.mark.parametrize(
    ("fields", "holds"),
    [
        ({}, True),
        ({"enabled": True, "ca_file": "/ca.pem"}, True),
        ({"cert_file": "/client.pem", "key_file": "/key.pem"}, True),
        ({"cert_file": "/client.pem"}, False),
        ({"key_file": "/key.pem"}, False),
        ({"enabled": False, "key_file": "/key.pem"}, False),
    ],
)
def test_a_certificate_has_its_key(fields: Manifest, *, holds: bool) -> None:
    (rule,) = Tls.rules
    assert judge(rule.cel, "self", fields) == holds
    assert [problem.message for problem in broken_rules(Tls.model_validate(fields), "tls")] == (
        [] if holds else ["cert_file and key_file are required together"]
    )


def test_the_fields_of_another_store_have_other_names() -> None:
    assert both("client_cert", "client_key").message == "client_cert and client_key are required together"
