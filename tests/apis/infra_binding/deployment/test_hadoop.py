from function.apis.infra_binding.deployment.hadoop import Kerberos, LogAggregation, YarnConnection, YarnSettings


def test_lists_of_files_are_separated_by_semicolons() -> None:
    settings = YarnSettings(ship_files=["/a/job.jar", "/b"], provided_lib_dirs=["hdfs:///lib"])
    assert settings.configuration() == {"yarn.provided.lib.dirs": "hdfs:///lib", "yarn.ship-files": "/a/job.jar;/b"}
    assert list(settings.unmanaged()) == []


def test_the_collection_of_logs_is_not_a_setting_of_flink() -> None:
    settings = YarnSettings(log_aggregation=LogAggregation(enabled=True))
    assert settings.configuration() == {}
    assert [place for place, _ in settings.unmanaged()] == ["log_aggregation"]


def test_a_login_is_a_principal_and_the_path_of_a_keytab() -> None:
    login = Kerberos(principal="flink@A", keytab="/k", renew_interval="1h")
    assert login.configuration() == {
        "security.kerberos.login.keytab": "/k",
        "security.kerberos.login.principal": "flink@A",
        "security.kerberos.relogin.period": "1h",
    }
    assert Kerberos(enabled=False, principal="flink@A", keytab="/k").configuration() == {}


def test_the_address_of_the_resource_manager_is_no_setting_of_flink() -> None:
    assert YarnConnection(resource_manager="rm:8032").configuration() == {}
    assert YarnConnection(config_dir="/etc/hadoop").configuration() == {"env.hadoop.conf.dir": "/etc/hadoop"}
