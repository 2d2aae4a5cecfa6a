"""Names of databases and roles in PostgreSQL."""

from typing import Annotated

from function.base.rule import Rule
from function.base.text import Text

Identifier = Annotated[
    str,
    Text(
        "^[a-z_][a-z0-9_]*$",
        meaning="lowercase letters, digits and '_', not starting with a digit",
        example="learnflow",
        max_length=63,
    ),
]
_DATABASES = ("postgres", "template0", "template1")
_ROLES = ("postgres", "streaming_replica", "cnpg_pooler_pgbouncer", "public", "none")

NOT_OWN_DATABASE = Rule(
    cel=f"!has(self.database) || !(self.database in {list(_DATABASES)})",
    message="this database belongs to PostgreSQL itself",
    hint="choose another name",
    field="database",
    holds=lambda service: service.database not in _DATABASES,
)
"""The database is none that every server has."""
NOT_OWN_ROLE = Rule(
    cel=f"!has(self.owner) || !(self.owner in {list(_ROLES)} || self.owner.startsWith('pg_'))",
    message="this role belongs to PostgreSQL or its operator",
    hint="choose another name",
    field="owner",
    holds=lambda service: service.owner not in _ROLES and not service.owner.startswith("pg_"),
)
"""The owner is no role that the server or the operator has, or reserves."""
