"""A Crossplane composition function that serves EventDrivenService and InfraBinding.

Two shells (`main` with `server/`, and `cli/`) translate their protocol into plain values and call `render.render`.
Nothing below the shells opens a file, reads the environment, looks at a clock or imports gRPC, protobuf, click or YAML.
"""
