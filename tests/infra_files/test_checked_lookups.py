"""Lookups in files."""

import pytest

from tests.infra_files.test_checked import found

LOOKUPS = """\
version: "1.0"
environment: production
lookups:
  customers:
    type: mongodb
    uri: ${MONGO_URI}
    database: credit_card
    collection: customers
    read_preference: secondaryPreferred
    max_pool_size: 100
    cache:
      enabled: true
      ttl: 5m
      max_size: 100000
  currency_rates:
    type: redis
    uri: ${REDIS_URI}
    database: 0
    key_pattern: "fx:rate:{currency}"
    cluster_mode: true
  merchant_categories:
    type: postgresql
    jdbc_url: ${POSTGRES_URL}
    schema: reference
    table: merchant_categories
    pool_size: 20
"""
"""The lookups of the L5 specification."""


ADDRESSES = {
    "MONGO_URI": "mongodb://mongo.databases.svc:27017",
    "REDIS_URI": "redis://redis.databases.svc:6379",
    "POSTGRES_URL": "jdbc:postgresql://postgres.databases.svc:5432/credit_card",
}


def test_the_lookups_of_l5_are_valid_as_they_are() -> None:
    assert found(LOOKUPS, **ADDRESSES) == []


@pytest.mark.parametrize(
    ("before", "after", "code", "path", "line"),
    [
        ("pool_size: 20", "auth: {username: u, password: p}", "EP403", "lookups.merchant_categories.auth.password", 26),
        ("database: 0", "database: 1", "EP201", "lookups.currency_rates.database", 18),
        ("    uri: ${MONGO_URI}\n", "", "EP101", "lookups.customers.uri", 4),
        ("max_pool_size: 100", "pool_size: 100", "EP102", "lookups.customers.pool_size", 10),
        ("read_preference: secondary", "read: {preference: x}  #", "EP104", "lookups.customers.read_preference", 9),
    ],
)
def test_what_is_wrong_with_a_lookup_is_said_at_its_place(
    before: str, after: str, code: str, path: str, line: int
) -> None:
    assert before in LOOKUPS
    findings = found(LOOKUPS.replace(before, after), **ADDRESSES)
    assert (code, path, line) in [(finding.code, finding.path, finding.range.line) for finding in findings]
