"""The Workspace of the Terraform module in `infrastructure`, if the binding asks for one."""
