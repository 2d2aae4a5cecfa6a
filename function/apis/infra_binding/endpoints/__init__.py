"""What people need to know about the servers behind entries: plug-ins say it, and `connections` writes it down."""
