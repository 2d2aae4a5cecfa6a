"""Types of single values: strings with their patterns, numbers with their bounds."""

from typing import Annotated

from pydantic import Field, StringConstraints

from function.base.int_or_string import IntOrString
from function.base.marks import InSeconds
from function.base.port import LAST_PORT
from function.base.text import Text

PORT = "(6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}|6[0-4][0-9]{3}|[1-5][0-9]{4}|[1-9][0-9]{0,3})"
"""The pattern of a port's number, up to 65535."""
DNS_LABEL = Text(
    "^[a-z]([-a-z0-9]*[a-z0-9])?$",
    meaning="lowercase letters, digits and dashes, starting with a letter",
    example="orders",
    max_length=63,
)
DnsLabel = Annotated[str, DNS_LABEL]
DnsSubdomain = Annotated[
    str,
    Text(
        r"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$",
        meaning="lowercase letters, digits, dashes and dots",
        example="orders-db",
        max_length=253,
    ),
]
EnvName = Annotated[
    str,
    Text(
        "^[-._a-zA-Z][-._a-zA-Z0-9]*$",
        meaning="letters, digits, '_', '-' and '.', not starting with a digit",
        example="LOG_LEVEL",
        max_length=128,
    ),
]
ConfigKey = Annotated[
    str,
    Text(
        "^([.]?[-_a-zA-Z0-9][-._a-zA-Z0-9]*)$",
        meaning="letters, digits, '_', '-' and '.', not starting with '..'",
        example="password",
        max_length=253,
    ),
]
UrlPath = Annotated[
    str,
    Text(
        r"^/[-._~!$&'()*+,;=:@%/?a-zA-Z0-9]*$",
        meaning="a URL path that starts with '/'",
        example="/health",
        max_length=1024,
    ),
]
NatsName = Annotated[
    str,
    Text(
        r"^[^\x00-\x20\x7f-\x9f.*>/\\&=?#%+;]+$",
        meaning="a NATS name: no spaces, control characters, dots, slashes or any of * > & = ? # % ; +",
        example="ORDERS",
        max_length=255,
    ),
]
Image = Annotated[
    str,
    Text(
        "^([a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?([.][a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?)*"
        f"(:{PORT})?/)?"
        "[a-z0-9]+(([.]|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+(([.]|_|__|-+)[a-z0-9]+)*)*"
        "(:[a-zA-Z0-9_][-._a-zA-Z0-9]{0,127})?(@sha256:[0-9a-f]{64})?$",
        meaning="an image reference such as registry/name:tag or registry/name@sha256:…",
        example="ghcr.io/example/orders:1.4.2",
        max_length=512,
    ),
]
_VAULT_PART = "[-_a-zA-Z0-9]+([.][-_a-zA-Z0-9]+)*"
VaultName = Annotated[
    str,
    Text(
        f"^{_VAULT_PART}(/{_VAULT_PART})*/?$",
        meaning="letters, digits, '-', '_', '.' and '/', without '..'",
        example="kubernetes",
        max_length=253,
    ),
]
VaultMount = Annotated[
    str,
    Text(
        f"^{_VAULT_PART}(/{_VAULT_PART})*$",
        meaning="the path of a mount, without '..' and without a slash at its end",
        example="team/kv",
        max_length=253,
    ),
]
VaultPath = Annotated[
    str,
    Text(
        f"^{_VAULT_PART}(/{_VAULT_PART})+$",
        meaning="a path that starts with its mount and has no '..', such as secret/kafka/production",
        example="secret/kafka/production",
        max_length=512,
    ),
]
LOGICAL_NAME = Text(
    "^[a-z]([a-z0-9_]*[a-z0-9])?$",
    meaning="lowercase letters, digits and '_', starting with a letter and not ending with '_'",
    example="auth_events",
    max_length=50,
)
LogicalName = Annotated[str, LOGICAL_NAME]
L5Version = Annotated[
    str, Text("^[0-9]+[.][0-9]+$", meaning="a version in quotes, such as '1.0'", example="1.0", max_length=16)
]
Environment = Annotated[
    str,
    Text(
        "^[a-z][-_a-z0-9]*$",
        meaning="lowercase letters, digits, '-' and '_', starting with a letter",
        example="production",
        max_length=63,
    ),
]
LabelKey = Annotated[
    str,
    Text(
        r"^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?"
        "[a-zA-Z0-9]([-._a-zA-Z0-9]{0,61}[a-zA-Z0-9])?$",
        meaning="a label key such as team or example.org/team",
        example="example.org/team",
        max_length=316,
    ),
]
LABEL_VALUE = Text(
    "^([a-zA-Z0-9]([-._a-zA-Z0-9]*[a-zA-Z0-9])?)?$",
    meaning="a label value: letters, digits, '-', '_' and '.', starting and ending with a letter or digit",
    example="payments",
    max_length=63,
)
LabelValue = Annotated[str, LABEL_VALUE]
Quantity = Annotated[
    str,
    Text(
        "^([0-9]+([.][0-9]*)?|[.][0-9]+)(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei|[eE][-+]?[0-9]{1,3})?$",
        meaning="a Kubernetes quantity such as 250m, 1.5 or 512Mi",
        example="512Mi",
        max_length=32,
    ),
    IntOrString(),
]
"""A resource quantity."""
Bytes = Annotated[
    str,
    Text(
        "^([0-9]+([.][0-9]*)?|[.][0-9]+)(k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei|[eE][-+]?[0-9]{1,3})?$",
        meaning="a number of bytes such as 512Mi or 1.5Gi; m would be thousandths of a byte",
        example="512Mi",
        max_length=32,
    ),
    IntOrString(),
]
"""An amount of memory or storage."""
IntOrPercent = Annotated[
    str,
    Text(
        "^([0-9]{1,9}|[0-9]{1,2}%|100%)$",
        meaning="an integer or a percentage such as 25%",
        example="25%",
        max_length=10,
    ),
    IntOrString(),
]
"""A number or percentage of pods."""
FreeText = Annotated[str, StringConstraints(max_length=4096)]
NatsAccount = Annotated[
    str,
    Text(
        "^[-_.$a-zA-Z0-9]+$",
        meaning="a NATS account: letters, digits, '-', '_', '.' and '$'",
        example="$G",
        max_length=255,
    ),
]

Port = Annotated[int, Field(ge=1, le=LAST_PORT)]
Count = Annotated[int, Field(ge=0, le=1000)]
PositiveCount = Annotated[int, Field(ge=1, le=1000)]
Seconds = Annotated[int, Field(ge=0, le=86400), InSeconds()]
PositiveSeconds = Annotated[int, Field(ge=1, le=86400), InSeconds()]
Threshold = Annotated[int, Field(ge=1, le=1_000_000_000)]
UserId = Annotated[int, Field(ge=1, le=2_147_483_647)]
