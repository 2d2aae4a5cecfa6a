"""A parameter in the Parameter Store of AWS Systems Manager."""

from collections.abc import Sequence
from typing import Annotated, Literal

from function.apis.infra_binding import aws_store
from function.apis.infra_binding.secret_access import Setting, Store
from function.apis.infra_binding.sections.secret_stores._fetched import FetchedSecret, Keys
from function.base.aws_types import Region
from function.base.manifest import Manifest
from function.base.text import Text
from function.platform.config import PlatformConfig

Parameter = Annotated[
    str,
    Text(
        "^(/[-_.a-zA-Z0-9]+){1,15}$",
        meaning="the name of a parameter, which starts with '/'",
        example="/production/kafka",
        max_length=1011,
    ),
]


class Model(FetchedSecret):
    """A parameter, or keys of a parameter that contains JSON, fetched by External Secrets."""

    provider: Literal["aws_parameter_store"]
    path: Parameter
    """Name of the parameter, with its path."""
    region: Region | None = None
    """AWS region, one that the platform lists. Default: the platform's."""
    keys: Keys = []
    """Keys to fetch from JSON. Default: the keys that the binding refers to."""
    auth: aws_store.Auth = aws_store.Auth()
    """The identity with which AWS is called."""

    def listed_keys(self) -> Sequence[str] | None:
        """Return the listed keys, or None for any key."""
        return self.keys or None

    def settings(self, config: PlatformConfig) -> Sequence[Setting]:
        """Return the region, and as whom AWS is called."""
        return aws_store.settings(self.region, self.auth, config)

    def store(self, config: PlatformConfig) -> Store:
        """Return the store of the region."""
        return aws_store.store("ParameterStore", self.region, self.auth, config)

    def remote(self) -> Manifest:
        """Return the parameter, with its leading slash."""
        return {"key": self.path}
