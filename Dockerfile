# Debian rather than Alpine: the database of the replica has a build for Alpine's C library too, but the tests run on
# Debian's only.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build

FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim
# Other machines reach a container, so the gateway starts only with GATEWAY_TOKENS or GATEWAY_JWKS_URL.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 GATEWAY_STATE_DIR=/var/lib/gong-graphql
# A new volume takes over the owner of this folder.
RUN mkdir -p "$GATEWAY_STATE_DIR" && chown node:node "$GATEWAY_STATE_DIR"
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY schema ./schema
COPY gong-api/openapi.json ./gong-api/
COPY package.json schema.graphql subgraph.graphql ./
USER node
# The only place that the gateway writes to: the root file system can be read-only.
VOLUME /var/lib/gong-graphql
EXPOSE 4000
# The image has no curl.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Not by a shell or npm, which would keep signals from the gateway.
CMD ["node", "dist/gong-graphql.js", "serve"]
