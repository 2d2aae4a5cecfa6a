"""Models of spec and status: the source of XRDs, schemas, CEL rules and reference pages."""
