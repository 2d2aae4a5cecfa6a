"""What users write: one model per API, from which XRDs, schemas, CEL and reference pages are generated."""
