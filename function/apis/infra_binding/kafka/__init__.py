"""Kafka topics, for every section that binds them."""
