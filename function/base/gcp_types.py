"""The types of names in Google Cloud."""

from typing import Annotated

from function.base.text import Text

Project = Annotated[
    str,
    Text(
        "^[a-z]([-a-z0-9]*[a-z0-9])?$",
        meaning="the ID of a project: lowercase letters, digits and dashes",
        example="payments-production",
        max_length=63,
    ),
]
Location = Annotated[
    str,
    Text("^[a-z]+(-[a-z0-9]+)*$", meaning="a location such as europe-west1", example="europe-west1", max_length=63),
]
