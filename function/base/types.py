"""The types of single values. Patterns are plain RE2, the same text for pydantic, API servers and editors."""

from typing import Annotated

from pydantic import BeforeValidator, Field, StringConstraints, WithJsonSchema

DNS_LABEL = "^[a-z]([-a-z0-9]*[a-z0-9])?$"
DNS_SUBDOMAIN = r"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
ENV_NAME = "^[-._a-zA-Z][-._a-zA-Z0-9]*$"
CONFIG_KEY = "^([.]?[-_a-zA-Z0-9][-._a-zA-Z0-9]*)$"
QUANTITY = "^([0-9]+([.][0-9]*)?|[.][0-9]+)(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei|[eE][-+]?[0-9]{1,3})?$"
INT_OR_PERCENT = "^([0-9]{1,9}|[0-9]{1,2}%|100%)$"
ABSOLUTE_PATH = "^/[^:]*$"
URL_PATH = r"^/[-._~!$&'()*+,;=:@%/?a-zA-Z0-9]*$"
NATS_NAME = r"^[^ .*>/\\\t\r\n\f]+$"
NATS_URL = "^(nats|tls|ws|wss)://[^@ ,/]+(,(nats|tls|ws|wss)://[^@ ,/]+)*$"
HOST_PORT = r"^([a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?)(\.[a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?)*:[1-9][0-9]{0,4}$"
IMAGE = (
    "^([a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?([.][a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?)*(:[0-9]{1,5})?/)?"
    "[a-z0-9]+(([.]|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+(([.]|_|__|-+)[a-z0-9]+)*)*"
    "(:[a-zA-Z0-9_][-._a-zA-Z0-9]{0,127})?(@sha256:[0-9a-f]{64})?$"
)
RELATIVE_PATH = "^[^/.][^/]*(/[^/.][^/]*)*$"
HTTP_URL = "^https?://[^@ ]+$"
NUMBER = "^[0-9]+([.][0-9]+)?$"
CRON = "^[^ ]+( [^ ]+){4}$"
VAULT_NAME = "^[-._/a-zA-Z0-9]+$"
GO_DURATION = "^([0-9]+h)?([0-9]+m)?([0-9]+s)?$"
VAULT_PATH = "^[-._a-zA-Z0-9]+(/[-._a-zA-Z0-9]+)+$"
LOGICAL_NAME = "^[a-z]([a-z0-9_]*[a-z0-9])?$"
L5_VERSION = "^[0-9]+[.][0-9]+$"
ENVIRONMENT = "^[a-z][-_a-z0-9]*$"
LABEL_KEY = (
    r"^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?"
    "[a-zA-Z0-9]([-._a-zA-Z0-9]{0,61}[a-zA-Z0-9])?$"
)
LABEL_VALUE = "^([a-zA-Z0-9]([-._a-zA-Z0-9]*[a-zA-Z0-9])?)?$"

MEANING = {
    DNS_LABEL: "lower-case letters, digits and dashes, beginning with a letter",
    DNS_SUBDOMAIN: "lower-case letters, digits, dashes and dots",
    ENV_NAME: "letters, digits, '_', '-' and '.', not beginning with a digit",
    CONFIG_KEY: "letters, digits, '_', '-' and '.', not beginning with '..'",
    QUANTITY: "a Kubernetes quantity such as 250m, 1.5 or 512Mi",
    INT_OR_PERCENT: "a whole number or a percentage such as 25%",
    ABSOLUTE_PATH: "an absolute path without ':'",
    URL_PATH: "a URL path that begins with '/'",
    NATS_NAME: "a NATS name: no blanks, dots, '*', '>' or slashes",
    NATS_URL: "NATS addresses such as nats://host:4222, separated by commas, without credentials; "
    "map a Secret's key to NATS_URL if the address holds credentials",
    HOST_PORT: "host:port",
    IMAGE: "an image reference such as registry/name:tag or registry/name@sha256:…",
    RELATIVE_PATH: "a relative path; no part of it begins with a dot",
    HTTP_URL: "an http or https address without credentials",
    NUMBER: "a number in quotes, such as '0.5'",
    CRON: "a cron expression of five fields, such as 0 8 * * 1-5",
    VAULT_NAME: "letters, digits, '-', '_', '.' and '/'",
    GO_DURATION: "a duration of hours, minutes and seconds, such as 1h30m or 300s",
    VAULT_PATH: "a path with its mount first, such as secret/kafka/production",
    LOGICAL_NAME: "lower-case letters, digits and '_', beginning with a letter and not ending with '_'",
    L5_VERSION: "a version in quotes, such as '1.0'",
    ENVIRONMENT: "lower-case letters, digits, '-' and '_', beginning with a letter",
    LABEL_KEY: "a label key such as team or example.org/team",
    LABEL_VALUE: "a label value: letters, digits, '-', '_' and '.', beginning and ending with a letter or digit",
}
"""What each pattern asks for, in words a user can act on."""

DnsLabel = Annotated[str, StringConstraints(pattern=DNS_LABEL, max_length=63)]
DnsSubdomain = Annotated[str, StringConstraints(pattern=DNS_SUBDOMAIN, max_length=253)]
EnvName = Annotated[str, StringConstraints(pattern=ENV_NAME, max_length=128)]
ConfigKey = Annotated[str, StringConstraints(pattern=CONFIG_KEY, max_length=253)]
AbsolutePath = Annotated[str, StringConstraints(pattern=ABSOLUTE_PATH, max_length=1024)]
UrlPath = Annotated[str, StringConstraints(pattern=URL_PATH, max_length=1024)]
NatsName = Annotated[str, StringConstraints(pattern=NATS_NAME, max_length=255)]
NatsUrl = Annotated[str, StringConstraints(pattern=NATS_URL, max_length=1024)]
HostPort = Annotated[str, StringConstraints(pattern=HOST_PORT, max_length=259)]
Image = Annotated[str, StringConstraints(pattern=IMAGE, max_length=512)]
RelativePath = Annotated[str, StringConstraints(pattern=RELATIVE_PATH, max_length=255)]
HttpUrl = Annotated[str, StringConstraints(pattern=HTTP_URL, max_length=1024)]
Number = Annotated[str, StringConstraints(pattern=NUMBER, max_length=32)]
CronExpression = Annotated[str, StringConstraints(pattern=CRON, max_length=128)]
VaultName = Annotated[str, StringConstraints(pattern=VAULT_NAME, max_length=253)]
GoDuration = Annotated[str, StringConstraints(pattern=GO_DURATION, min_length=2, max_length=32)]
VaultPath = Annotated[str, StringConstraints(pattern=VAULT_PATH, max_length=512)]
LogicalName = Annotated[str, StringConstraints(pattern=LOGICAL_NAME, max_length=50)]
L5Version = Annotated[str, StringConstraints(pattern=L5_VERSION, max_length=16)]
Environment = Annotated[str, StringConstraints(pattern=ENVIRONMENT, max_length=63)]
Text = Annotated[str, StringConstraints(max_length=4096)]
NatsAccount = Annotated[str, StringConstraints(min_length=1, max_length=255)]
LabelKey = Annotated[str, StringConstraints(pattern=LABEL_KEY, max_length=316)]
LabelValue = Annotated[str, StringConstraints(pattern=LABEL_VALUE, max_length=63)]

Port = Annotated[int, Field(ge=1, le=65535)]
Count = Annotated[int, Field(ge=0, le=1000)]
PositiveCount = Annotated[int, Field(ge=1, le=1000)]
Seconds = Annotated[int, Field(ge=0, le=86400)]
PositiveSeconds = Annotated[int, Field(ge=1, le=86400)]
Threshold = Annotated[int, Field(ge=1, le=1_000_000_000)]
UserId = Annotated[int, Field(ge=1, le=2_147_483_647)]


def _digits(value: object) -> object:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Quantity = Annotated[
    str,
    StringConstraints(pattern=QUANTITY, max_length=32),
    BeforeValidator(_digits),
    WithJsonSchema({"x-kubernetes-int-or-string": True, "pattern": QUANTITY, "maxLength": 32}),
]
"""A resource quantity; a bare whole number is taken as its text."""

IntOrPercent = Annotated[
    str,
    StringConstraints(pattern=INT_OR_PERCENT, max_length=10),
    BeforeValidator(_digits),
    WithJsonSchema({"x-kubernetes-int-or-string": True, "pattern": INT_OR_PERCENT, "maxLength": 10}),
]
"""A number of pods or a share of them, kept as its text."""

UNSHOWN = frozenset(
    {"value", "url", "args", "command", "query", "serverAddress", "monitoringEndpoint", "address", "properties"}
)
"""Fields whose rejected values are never repeated: someone may have put a credential there."""
