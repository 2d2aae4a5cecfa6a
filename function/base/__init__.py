"""What every layer may use: values, fields, names, labels, problems. Imports nothing else of this project."""
