"""The settings of PlatformConfig about External Secrets."""

from typing import Annotated

from function.base.model import Spec
from function.base.text import Text
from function.base.types import DnsSubdomain

GoDuration = Annotated[
    str,
    Text(
        "^([0-9]+h)?([0-9]+m)?([0-9]+s)?$",
        meaning="a duration of hours, minutes and seconds, such as 1h30m or 300s",
        example="1h0m0s",
        min_length=2,
        max_length=32,
    ),
]


class ExternalSecrets(Spec):
    """How External Secrets reads the secrets of bindings."""

    service_account: DnsSubdomain = "default"
    """ServiceAccount in the binding's namespace that is used to read from stores."""
    refresh_interval: GoDuration = "1h0m0s"
    """Interval at which secrets are read again."""
