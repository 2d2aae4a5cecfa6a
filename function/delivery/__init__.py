"""How a manifest reaches the cluster: wrapped in a provider-kubernetes Object, or composed by Crossplane itself."""
