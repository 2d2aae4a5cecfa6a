"""The names by which Dapr knows applications."""

from typing import Annotated

from pydantic import Field

from function.base.text import Text

AppId = Annotated[
    str,
    Text(
        "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",
        meaning="the ID of an application: lowercase letters, digits and dashes",
        example="progress-agent",
        max_length=58,
    ),
]
"""Dapr's Service of an application is named `<ID>-dapr`, and a name of a Service has at most 63 characters."""
AppIds = Annotated[list[AppId], Field(max_length=64)]
