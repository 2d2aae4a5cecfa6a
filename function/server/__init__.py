"""The gRPC server around `fn.answer`: listening, certificates, logs, orderly stop."""
