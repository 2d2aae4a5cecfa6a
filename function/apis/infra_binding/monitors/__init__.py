"""The objects of the section `monitoring`, and why the rest of it has none."""
