"""Conversion between protobuf bytes and plain values. No other package uses protobuf messages."""
