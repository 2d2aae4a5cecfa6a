"""From what was observed to causes: one module per kind of thing looked at. Tolerant of anything it may find."""
