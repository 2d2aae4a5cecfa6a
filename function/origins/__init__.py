"""Finds where each value of a rendered manifest comes from: renders again with one input changed, and compares."""
