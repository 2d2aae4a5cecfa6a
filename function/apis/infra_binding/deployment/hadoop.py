"""What jobs in a cluster of Hadoop are given: its configuration, files, and a login."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from function.apis.infra_binding.flink.kerberos import NO_PLACEHOLDER, Principal
from function.apis.infra_binding.flink.keys import texts
from function.apis.infra_binding.flink.storage import StorageUri
from function.apis.infra_binding.l5 import Binding, LocalPath
from function.apis.infra_binding.units import PositiveDuration
from function.base.address_types import HostPort


class YarnConnection(Binding):
    """How YARN is reached."""

    resource_manager: HostPort | None = None
    """Address of the resource manager. It has no effect: the configuration of Hadoop names it."""
    config_dir: LocalPath | None = None
    """Directory with the configuration of Hadoop. Default: that of the environment."""

    def configuration(self) -> dict[str, str]:
        """Return the settings under Flink's names."""
        return texts({"env.hadoop.conf.dir": self.config_dir})


class LogAggregation(Binding):
    """Whether YARN collects logs. It has no effect: the configuration of the cluster decides."""

    enabled: bool | None = None
    """Whether YARN collects them."""
    rolling_interval: Annotated[int, Field(ge=0, le=604_800)] | None = None
    """Seconds between two collections."""


class YarnSettings(Binding):
    """Files that YARN hands to containers."""

    ship_files: Annotated[list[LocalPath], Field(max_length=32)] = []
    """Files and directories of the machine that starts a job. Flink reads no wildcards: name a directory for all of its
    files."""
    provided_lib_dirs: Annotated[list[StorageUri], Field(max_length=16)] = []
    """Directories with the libraries of Flink, from which YARN keeps copies."""
    log_aggregation: LogAggregation = LogAggregation()
    """Whether YARN collects logs."""

    def configuration(self) -> dict[str, str]:
        """Return the settings under Flink's names."""
        return texts(
            {
                "yarn.provided.lib.dirs": ";".join(self.provided_lib_dirs) or None,
                "yarn.ship-files": ";".join(self.ship_files) or None,
            }
        )

    def unmanaged(self) -> Iterator[tuple[str, str]]:
        """Yield each field that is no configuration of Flink, and why."""
        if self.log_aggregation != LogAggregation():
            yield "log_aggregation", "the configuration of YARN itself decides whether it collects logs"


class Kerberos(Binding):
    """The login of Flink to Hadoop."""

    rules = (NO_PLACEHOLDER,)

    enabled: bool | None = None
    """Whether Flink logs in. Default: true."""
    principal: Principal
    """Principal of the keytab."""
    keytab: LocalPath
    """File with the keytab, on the machine that starts a job. It is a path, never the keytab."""
    renew_interval: PositiveDuration | None = None
    """Time after which Flink logs in again. Default: 1m."""

    def configuration(self) -> dict[str, str]:
        """Return the settings under Flink's names."""
        if self.enabled is False:
            return {}
        return texts(
            {
                "security.kerberos.login.keytab": self.keytab,
                "security.kerberos.login.principal": self.principal,
                "security.kerberos.relogin.period": self.renew_interval,
            }
        )
