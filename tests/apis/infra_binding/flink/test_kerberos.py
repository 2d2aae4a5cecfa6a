import pytest

from function.apis.infra_binding.deployment import hadoop
from function.apis.infra_binding.sections.checkpoints import hdfs
from function.base.validation import parse


@pytest.mark.parametrize("model", [hadoop.Kerberos, hdfs.Kerberos], ids=["yarn", "hdfs"])
@pytest.mark.parametrize("principal", ["flink/_HOST@EXAMPLE.ORG", "flink/_HOST"])
def test_a_placeholder_that_only_servers_of_hadoop_replace_is_refused(
    model: type[hadoop.Kerberos | hdfs.Kerberos], principal: str
) -> None:
    (problem,) = parse(model, {"principal": principal, "keytab": "/etc/flink.keytab"}, "kerberos")[1]
    assert problem.path == "kerberos.principal"
    assert problem.message == (
        "the placeholder _HOST is not replaced with a host name. Hint: write a principal that is the same on all "
        "machines, such as flink@EXAMPLE.ORG"
    )


@pytest.mark.parametrize("principal", ["flink", "flink@EXAMPLE.ORG", "flink/gateway.example.org@EXAMPLE.ORG", "a_HOST"])
def test_a_principal_is_written_as_the_keytab_has_it(principal: str) -> None:
    assert parse(hdfs.Kerberos, {"principal": principal, "keytab": "/etc/flink.keytab"}, "kerberos")[1] == []
