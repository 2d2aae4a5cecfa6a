"""How an application logs in to a store."""

from typing import ClassVar

from function.apis.infra_binding.l5 import Binding, Reference, Username
from function.base.rule import Rule

NAMED_USER = Rule(
    cel="!has(self.password) || has(self.username)",
    message="required with password",
    field="username",
    reason="FieldValueRequired",
    holds=lambda login: login.password is None or login.username is not None,
)
"""A password belongs to a user."""


class Login(Binding):
    """A user and a password."""

    shape: ClassVar[str] = "{username: orders, password: secret://orders_db/password}"

    username: Username | None = None
    """Name of the user, or a reference to a secret that contains it."""
    password: Reference | None = None
    """The user's password."""
