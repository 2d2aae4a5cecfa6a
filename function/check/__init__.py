"""Loads files, checks their resources, and reports findings. Used by the command line, the tools, and the tests."""
