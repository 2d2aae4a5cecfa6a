"""The types of names in Azure."""

from typing import Annotated

from function.base.text import Text

TenantId = Annotated[
    str,
    Text(
        "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
        meaning="the UUID of a tenant in lowercase",
        example="123e4567-e89b-12d3-a456-426614174000",
        max_length=36,
    ),
]
