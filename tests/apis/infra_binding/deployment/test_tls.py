from function.apis.infra_binding.deployment.tls import Internal, Rest, Security, Ssl


def test_encryption_is_that_of_all_connections_unless_one_says_otherwise() -> None:
    found = Security(ssl=Ssl(enabled=True, rest=Rest(enabled=False))).configuration()
    assert found == {"security.ssl.internal.enabled": "true", "security.ssl.rest.enabled": "false"}
    assert Security().configuration() == {}


def test_what_flink_cannot_read_has_a_reason() -> None:
    security = Security(ssl=Ssl(internal=Internal(keystore="/k"), rest=Rest(cert_file="/c", key_file="/d")))
    assert security.configuration() == {"security.ssl.internal.keystore": "/k"}
    assert [place for place, _ in security.unmanaged()] == [
        "ssl.rest.cert_file",
        "ssl.rest.key_file",
        "ssl.internal.keystore",
    ]
