"""Compares the answers of two checkouts to the same requests, byte by byte."""
