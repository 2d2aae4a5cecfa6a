"""Values, field types, names, labels and problems, for every layer. Imports nothing else from this project."""
