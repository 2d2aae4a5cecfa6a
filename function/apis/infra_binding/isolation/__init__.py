"""The NetworkPolicies of the section `network_policies`, and why there are none."""
