"""The part of PostgreSQL's protocol (version 3.0) that a preflight needs. Its only statements read the catalog."""
