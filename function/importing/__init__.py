"""Claims from what runs a service today: plain manifests, with what a claim cannot express."""
