"""The base of models for L5 infrastructure bindings (`.infra` documents), in L5's own spelling."""

from typing import Annotated

from pydantic import ConfigDict, Field, StringConstraints

from function.base.int_or_string import IntOrString
from function.base.marks import Address, MayHoldSecret, MayReferToSecret
from function.base.model import Spec
from function.base.text import Text
from function.base.types import ConfigKey, FreeText


class Binding(Spec):
    """An object of a binding: field names are spelled as in L5, with underscores."""

    model_config = ConfigDict(alias_generator=None, serialize_by_alias=True)


SECRET_REFERENCE = "^secret://[a-z_][a-z0-9_]*(/[-._a-zA-Z0-9]+)?$"  # noqa: S105 - the shape of a reference, no secret

Reference = Annotated[
    str,
    Text(
        SECRET_REFERENCE,
        meaning="a reference secret://name/key to an entry of spec.secrets, or secret://name to all of it",
        example="secret://kafka_credentials/password",
        max_length=512,
    ),
    MayHoldSecret(),
    MayReferToSecret(),
]
"""A credential: nothing but a reference to it."""

Username = Annotated[FreeText, Field(min_length=1, max_length=256), MayHoldSecret(), MayReferToSecret()]
"""A user's name, or a reference to a secret that contains it."""

Uri = Annotated[FreeText, Field(min_length=1), MayHoldSecret(), MayReferToSecret(), Address()]
"""An address with the scheme of its store, without credentials, or a reference to a secret that contains it."""

PropertyValue = Annotated[str, StringConstraints(max_length=1024), IntOrString(), MayReferToSecret()]
"""A client property; integers need no quotes."""

Properties = Annotated[dict[ConfigKey, PropertyValue], Field(max_length=64), MayHoldSecret()]
"""Client properties."""

FilePath = Annotated[
    str, Text("^/[-._/a-zA-Z0-9]+$", meaning="an absolute path", example="/etc/ssl/ca.pem", max_length=512)
]
"""A file in the application's container."""
