"""What a server is asked: each answer is a word, so no value of a row and no name is ever received.

Names are looked for as they are written, and in lower case: clients may or may not quote them.
"""

from function.base.preflight import FEW_CONNECTIONS, NOT_READABLE, PASSED, UNKNOWN_COLUMN, UNKNOWN_TABLE

READABLE = f"""
WITH named AS (
  SELECT string_to_array($3::text, ',') AS names, coalesce(
    to_regclass(concat(quote_ident(nullif($1::text, '')) || '.', quote_ident($2::text))),
    to_regclass(concat(quote_ident(nullif(lower($1::text), '')) || '.', quote_ident(lower($2::text))))
  ) AS found
), columns AS (
  SELECT attname::text AS name, has_column_privilege(attrelid, attnum, 'SELECT') AS readable
  FROM pg_catalog.pg_attribute, named WHERE attrelid = found AND attnum > 0 AND NOT attisdropped
), needed AS (
  SELECT wanted, (SELECT bool_or(readable) FROM columns WHERE name IN (wanted, lower(wanted))) AS readable
  FROM named, unnest(names) AS wanted
)
SELECT CASE
  WHEN found IS NULL THEN '{UNKNOWN_TABLE}'
  WHEN EXISTS (SELECT FROM needed WHERE readable IS NULL) THEN '{UNKNOWN_COLUMN}'
  WHEN has_table_privilege(found, 'SELECT') THEN '{PASSED}'
  WHEN $4::text = 'columns' AND (SELECT bool_and(readable) FROM needed) THEN '{PASSED}'
  WHEN $4::text = 'all' AND (SELECT bool_and(readable) FROM columns) THEN '{PASSED}'
  ELSE '{NOT_READABLE}' END
FROM named
"""  # noqa: S608 - only words of our own are in it
"""Parameters: schema or nothing, table, columns with commas between, and `columns` if only these are read, or `all`."""

ENOUGH = f"""
SELECT CASE WHEN $1::text::int > least(
    current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
      - coalesce(nullif(current_setting('reserved_connections', true), '')::int, 0),
    (SELECT nullif(rolconnlimit, -1) FROM pg_catalog.pg_roles WHERE rolname = session_user),
    (SELECT nullif(datconnlimit, -1) FROM pg_catalog.pg_database WHERE datname = current_database())
  ) THEN '{FEW_CONNECTIONS}' ELSE '{PASSED}' END
"""  # noqa: S608 - only words of our own are in it
"""Parameter: the size of a pool. What is in use is not subtracted: the applications may already be running."""

ANSWERS = (PASSED, UNKNOWN_TABLE, UNKNOWN_COLUMN, NOT_READABLE, FEW_CONNECTIONS)
"""Any other word is none of these statements."""
