"""What all streams have in common."""

from typing import Annotated

from pydantic import Field

from function.apis.infra_binding.l5 import PropertyValue
from function.apis.infra_binding.member import Member
from function.base.types import ConfigKey


class Stream(Member):
    """A source or sink of events."""

    singular = "stream"

    properties: Annotated[dict[ConfigKey, PropertyValue], Field(max_length=64)] = {}
    """Client properties of the platform; secrets as secret://name/key."""
