"""PostgreSQL that a binding runs: its names, its connection pool, and its backups."""
