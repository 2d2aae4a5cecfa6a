# The function's runtime image. Both base images must have the same Python at the same path, because the environment is created
# in one and copied to the other. The tags below are for a trial. A release names both by digest, which tools/packages checks:
# --build-arg BUILD_BASE=debian@sha256:… --build-arg RUNTIME_BASE=gcr.io/distroless/python3-debian12@sha256:…
ARG BUILD_BASE=debian:bookworm-slim
ARG RUNTIME_BASE=gcr.io/distroless/python3-debian12:nonroot

FROM ${BUILD_BASE} AS build
RUN apt-get update && apt-get install --yes --no-install-recommends python3 python3-venv python3-pip
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
WORKDIR /src

# The pip of the build tools fills the environment, so that the final image contains no pip.
COPY tools/bootstrap.txt tools/
RUN python3 -m venv /tools && /tools/bin/pip install --require-hashes --requirement tools/bootstrap.txt
COPY requirements.txt ./
RUN python3 -m venv --without-pip /venv && \
    /tools/bin/pip --python /venv/bin/python install --require-hashes --only-binary :all: --requirement requirements.txt

COPY pyproject.toml README.md LICENSE CHANGELOG.md ./
COPY function function
COPY man man
RUN /tools/bin/pip wheel --no-deps --no-build-isolation --wheel-dir dist . && \
    /tools/bin/pip --python /venv/bin/python install --no-deps --compile dist/*.whl && \
    rm -r /venv/share

FROM ${RUNTIME_BASE}
ARG BUILD_BASE
ARG RUNTIME_BASE
LABEL org.opencontainers.image.base.name=${RUNTIME_BASE} io.bizmatters.build-base=${BUILD_BASE}
COPY --from=build /venv /venv
USER 2000:2000
EXPOSE 9443
ENTRYPOINT ["/venv/bin/function"]
