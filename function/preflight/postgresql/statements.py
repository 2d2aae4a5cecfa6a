"""What a server is asked: each answer is a word, so no value of a row and no name is ever received.

Names are looked for as they are written, and in lower case: clients may or may not quote them.
Functions are named with `pg_catalog`, and operators compare equal types: otherwise a function or an operator of the
same name in a schema of another user could be called instead (CVE-2018-1058).
"""

from function.base.preflight import FEW_CONNECTIONS, NOT_READABLE, PASSED, UNKNOWN_COLUMN, UNKNOWN_TABLE

READABLE = f"""
WITH named AS (
  SELECT pg_catalog.string_to_array($3::text, ',') AS names, coalesce(
    pg_catalog.to_regclass(pg_catalog.concat(
      pg_catalog.quote_ident(nullif($1::text, '')) || '.', pg_catalog.quote_ident($2::text))),
    pg_catalog.to_regclass(pg_catalog.concat(
      pg_catalog.quote_ident(nullif(pg_catalog.lower($1::text), '')) || '.',
      pg_catalog.quote_ident(pg_catalog.lower($2::text))))
  ) AS found
), columns AS (
  SELECT attname::text AS name, pg_catalog.has_column_privilege(attrelid, attnum, 'SELECT') AS readable
  FROM pg_catalog.pg_attribute, named WHERE attrelid = found::oid AND attnum > 0 AND NOT attisdropped
), needed AS (
  SELECT wanted, (
    SELECT pg_catalog.bool_or(readable) FROM columns WHERE name IN (wanted, pg_catalog.lower(wanted))
  ) AS readable FROM named, pg_catalog.unnest(names) AS wanted
)
SELECT CASE
  WHEN found IS NULL THEN '{UNKNOWN_TABLE}'
  WHEN EXISTS (SELECT FROM needed WHERE readable IS NULL) THEN '{UNKNOWN_COLUMN}'
  WHEN pg_catalog.has_table_privilege(found::oid, 'SELECT') THEN '{PASSED}'
  WHEN $4::text = 'columns' AND (SELECT pg_catalog.bool_and(readable) FROM needed) THEN '{PASSED}'
  WHEN $4::text = 'all' AND (SELECT pg_catalog.bool_and(readable) FROM columns) THEN '{PASSED}'
  ELSE '{NOT_READABLE}' END
FROM named
"""  # noqa: S608 - only words of our own are in it
"""Parameters: schema or nothing, table, columns with commas between, and `columns` if only these are read, or `all`."""

ENOUGH = f"""
SELECT CASE WHEN $1::text::int > least(
    pg_catalog.current_setting('max_connections')::int
      - pg_catalog.current_setting('superuser_reserved_connections')::int
      - coalesce(nullif(pg_catalog.current_setting('reserved_connections', true), '')::int, 0),
    (SELECT nullif(rolconnlimit, -1) FROM pg_catalog.pg_roles WHERE rolname = session_user),
    (SELECT nullif(datconnlimit, -1) FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())
  ) THEN '{FEW_CONNECTIONS}' ELSE '{PASSED}' END
"""  # noqa: S608 - only words of our own are in it
"""Parameter: the size of a pool. What is in use is not subtracted: the applications may already be running."""

ANSWERS = (PASSED, UNKNOWN_TABLE, UNKNOWN_COLUMN, NOT_READABLE, FEW_CONNECTIONS)
"""Any other word is none of these statements."""
