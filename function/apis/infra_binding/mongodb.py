"""Names and settings of MongoDB, and how it is reached."""

from typing import Annotated

from function.apis.infra_binding.l5 import REFERENCE
from function.base.address_types import HOSTS
from function.base.int_or_string import IntOrString
from function.base.marks import Address, MayHoldSecret, MayReferToSecret
from function.base.text import Text

ConnectionString = Annotated[
    str,
    Text(
        rf"^(mongodb([+]srv)?://{HOSTS}(/[-_a-zA-Z0-9]*([?][-._~%=&:,a-zA-Z0-9]+)?)?|{REFERENCE})$",
        meaning="mongodb:// or mongodb+srv:// with one or more hosts and without credentials, or secret://name/key",
        example="secret://mongo/uri",
        max_length=2048,
    ),
    MayHoldSecret(),
    MayReferToSecret(),
    Address(),
]

DatabaseName = Annotated[
    str, Text("^[-_a-zA-Z0-9]+$", meaning="letters, digits, '_' and '-'", example="credit_card", max_length=63)
]
CollectionName = Annotated[
    str, Text("^[-._a-zA-Z0-9]+$", meaning="letters, digits, '_', '-' and '.'", example="accounts", max_length=190)
]
FieldName = Annotated[
    str, Text("^[-._a-zA-Z0-9]+$", meaning="letters, digits, '_', '-' and '.'", example="_id", max_length=128)
]
WriteConcern = Annotated[
    str,
    Text("^[-_a-zA-Z0-9]+$", meaning="majority, a number, or a custom name", example="majority", max_length=64),
    IntOrString(),
]
