"""Recognizes credentials in plaintext: by the name of their key, by their form, or by how random they look."""
