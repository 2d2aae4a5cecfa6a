"""Names by which Kerberos knows a process."""

from typing import Annotated

from function.base.text import Text

Principal = Annotated[
    str,
    Text(
        "^[-_./a-zA-Z0-9]+(@[-_.a-zA-Z0-9]+)?$",
        meaning="a Kerberos principal such as flink/_HOST@EXAMPLE.ORG",
        example="flink/_HOST@EXAMPLE.ORG",
        max_length=253,
    ),
]
