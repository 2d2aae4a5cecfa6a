"""YAML with positions: read as kubectl reads it, written so that every reader agrees."""
