"""The stores of AWS: Secrets Manager and Parameter Store, read as a ServiceAccount of the binding's namespace.

Without a ServiceAccount, External Secrets would read as itself, and so whatever any binding may read.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Literal

from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.names import fields_digest
from function.apis.infra_binding.secret_access import Setting, Store
from function.base.aws_types import RoleArn
from function.base.manifest import present
from function.base.types import DnsLabel
from function.platform.config import PlatformConfig

Service = Literal["SecretsManager", "ParameterStore"]


class Auth(Binding):
    """The identity with which AWS is called."""

    role: RoleArn | None = None
    """Role to assume, one that the platform lists. Default: the platform's, or that of the ServiceAccount."""
    service_account: DnsLabel | None = None
    """ServiceAccount whose token is used. Default: the platform's."""


@dataclass(frozen=True, kw_only=True)
class _Access:
    """The settings that identify a store. The names of these fields are part of the digest in the name of a store."""

    service: Service
    region: str | None
    role: str | None
    service_account: str


def settings(region: str | None, auth: Auth, config: PlatformConfig) -> Sequence[Setting]:
    """Return the settings of an entry, to be compared with those of the platform."""
    own, policy = config.aws, config.policy.aws
    return (
        Setting(
            field="region",
            given=region,
            own=own.region,
            allowed=policy.regions,
            policy="aws.regions",
            required="aws.region",
        ),
        Setting(field="auth.role", given=auth.role, own=own.role, allowed=policy.roles, policy="aws.roles"),
        Setting(
            field="auth.service_account",
            given=auth.service_account,
            own=config.external_secrets.service_account,
            allowed=policy.service_accounts,
            policy="aws.serviceAccounts",
        ),
    )


def store(service: Service, region: str | None, auth: Auth, config: PlatformConfig) -> Store:
    """Return the store; fields that are not set are not in its name, so that new fields do not change it."""
    access = _Access(
        service=service,
        region=region or config.aws.region,
        role=auth.role or config.aws.role,
        service_account=auth.service_account or config.external_secrets.service_account,
    )
    aws = present(
        {
            "service": access.service,
            "region": access.region,
            "role": access.role,
            "auth": {"jwt": {"serviceAccountRef": {"name": access.service_account}}},
        }
    )
    return Store(f"aws-{fields_digest(present(asdict(access)))}", {"aws": aws})
