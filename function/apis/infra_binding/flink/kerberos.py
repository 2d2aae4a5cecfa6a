"""Names by which Kerberos knows a process."""

from typing import Annotated

from function.base.rule import Rule
from function.base.text import Text

Principal = Annotated[
    str,
    Text(
        "^[-_./a-zA-Z0-9]+(@[-_.a-zA-Z0-9]+)?$",
        meaning="a Kerberos principal such as flink@EXAMPLE.ORG",
        example="flink@EXAMPLE.ORG",
        max_length=253,
    ),
]
NO_PLACEHOLDER = Rule(
    # servers of Hadoop put their host name there, but Flink logs in with the principal as it is written
    cel="!has(self.principal) || !self.principal.contains('/_HOST')",
    message="the placeholder _HOST is not replaced with a host name",
    hint="write a principal that is the same on all machines, such as flink@EXAMPLE.ORG",
    field="principal",
    holds=lambda login: "/_HOST" not in login.principal,
)
"""The rule of a model with the field `principal`."""
