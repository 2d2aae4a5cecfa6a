"""The base of models for L5 infrastructure bindings (`.infra` documents), in L5's own spelling."""

from typing import Annotated

from pydantic import ConfigDict, Field, StringConstraints

from function.base.address_types import HOSTS
from function.base.int_or_string import IntOrString
from function.base.marks import Address, MayHoldSecret, MayReferToSecret
from function.base.model import Spec
from function.base.text import Text
from function.base.types import ConfigKey, FreeText


class Binding(Spec):
    """An object of a binding: field names are spelled as in L5, with underscores."""

    model_config = ConfigDict(alias_generator=None, serialize_by_alias=True)


REFERENCE = "secret://[a-z_][a-z0-9_]*(/[-._a-zA-Z0-9]+)?"
SECRET_REFERENCE = f"^{REFERENCE}$"

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

RedisUri = Annotated[
    str,
    Text(
        rf"^(rediss?://{HOSTS}(/[0-9]*)?|{REFERENCE})$",
        meaning="redis:// or rediss:// with one or more hosts and without credentials, or secret://name/key",
        example="redis://redis.shop.svc:6379",
        max_length=2048,
    ),
    MayHoldSecret(),
    MayReferToSecret(),
    Address(),
]
JdbcUrl = Annotated[
    str,
    Text(
        rf"^(jdbc:postgresql://{HOSTS}/[-_a-zA-Z0-9]*([?][-._~%=&:,/a-zA-Z0-9]+)?|{REFERENCE})$",
        meaning="jdbc:postgresql:// with one or more hosts, a database and no credentials, or secret://name/key",
        example="jdbc:postgresql://postgres.shop.svc:5432/orders",
        max_length=2048,
    ),
    MayHoldSecret(),
    MayReferToSecret(),
    Address(),
]

PropertyValue = Annotated[str, StringConstraints(max_length=1024), IntOrString(), MayReferToSecret()]
"""A client property; integers need no quotes."""

Properties = Annotated[dict[ConfigKey, PropertyValue], Field(max_length=64), MayHoldSecret()]
"""Client properties."""

FilePath = Annotated[
    str, Text("^/[-._/a-zA-Z0-9]+$", meaning="an absolute path", example="/etc/ssl/ca.pem", max_length=512)
]
"""A file in the application's container."""
LocalPath = Annotated[
    str,
    Text(
        "^(/[-_.a-zA-Z0-9]+)+/?$",
        meaning="an absolute path of letters, digits, '-', '_' and '.'",
        example="/etc/hadoop/conf",
        max_length=512,
    ),
]
"""A file or directory in the containers of a job."""
VariableName = Annotated[
    str,
    Text(
        "^[A-Za-z_][A-Za-z0-9_]*$",
        meaning="letters, digits and '_', not starting with a digit",
        example="KAFKA_BROKERS",
        max_length=128,
    ),
]
VariableValue = Annotated[str, StringConstraints(max_length=4096), IntOrString()]
"""The value of a variable; integers need no quotes."""
