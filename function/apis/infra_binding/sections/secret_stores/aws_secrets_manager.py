"""A secret in AWS Secrets Manager."""

from collections.abc import Sequence
from typing import Annotated, Literal

from function.apis.infra_binding import aws_store
from function.apis.infra_binding.secret_access import Setting, Store
from function.apis.infra_binding.sections.secret_stores._fetched import FetchedSecret, Keys
from function.base.aws_types import Region
from function.base.manifest import Manifest, present
from function.base.rule import Rule
from function.base.text import Text
from function.platform.config import PlatformConfig

SecretId = Annotated[
    str,
    Text(
        "^[-/_+=.@:a-zA-Z0-9]+$",
        meaning="the name or the ARN of a secret",
        example="prod/mongodb/connection",
        max_length=2048,
    ),
]
Stage = Annotated[str, Text("^[-_+=.@a-zA-Z0-9]+$", meaning="a staging label", example="AWSCURRENT", max_length=256)]
VersionId = Annotated[
    str,
    Text(
        "^[-a-zA-Z0-9]{32,64}$",
        meaning="the ID of a version",
        example="a1b2c3d4-5678-90ab-cdef-example11111",
        max_length=64,
    ),
]


class Model(FetchedSecret):
    """Keys of a JSON secret in AWS Secrets Manager, or the whole secret, fetched by External Secrets."""

    rules = (
        Rule(
            cel="!has(self.version_id) || !has(self.version_stage)",
            message="version_id and version_stage are mutually exclusive",
            hint="remove one of them",
            field="version_id",
            holds=lambda secret: secret.version_id is None or secret.version_stage is None,
        ),
    )

    provider: Literal["aws_secrets_manager"]
    secret_id: SecretId
    """Name or ARN of the secret."""
    region: Region | None = None
    """AWS region, one that the platform lists. Default: the platform's."""
    version_stage: Stage | None = None
    """Staging label of the version to read. Default: AWSCURRENT."""
    version_id: VersionId | None = None
    """ID of the version to read. Default: that of the staging label."""
    keys: Keys = []
    """Keys to fetch. Default: the keys that the binding refers to."""
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
        return aws_store.store("SecretsManager", self.region, self.auth, config)

    def remote(self) -> Manifest:
        """Return the secret; External Secrets takes a version for a staging label unless it starts with uuid/."""
        version = self.version_stage if self.version_id is None else f"uuid/{self.version_id}"
        return present({"key": self.secret_id, "version": version})
