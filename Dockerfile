# Every RUN line is a script in eng/docker, which `./build.sh image` runs without a container engine.
ARG NODE_IMAGE=node:20-bookworm-slim
ARG SDK_IMAGE=mcr.microsoft.com/dotnet/sdk:10.0
ARG RUNTIME_IMAGE=mcr.microsoft.com/dotnet/aspnet:10.0

FROM ${NODE_IMAGE} AS playground
WORKDIR /source
COPY eng/docker eng/docker
COPY src/playground src/playground
RUN sh eng/docker/fetch-playground.sh

FROM ${SDK_IMAGE} AS build
WORKDIR /source
COPY . .
COPY --from=playground /source/src/playground/node_modules src/playground/node_modules
RUN sh eng/docker/publish.sh /app

FROM ${RUNTIME_IMAGE}
COPY eng/docker/prepare-data.sh /eng/
RUN sh /eng/prepare-data.sh /srv/data "$APP_UID"
COPY --from=build /app /app
# The base image names its port in another variable, which would be overridden with a warning at each start.
ENV ASPNETCORE_URLS=http://0.0.0.0:8080 ASPNETCORE_HTTP_PORTS=
WORKDIR /srv
VOLUME /srv/data
EXPOSE 8080
USER $APP_UID
HEALTHCHECK --interval=30s --timeout=6s --start-period=20s --retries=3 CMD ["dotnet", "/app/GraphQLTokens.Service.dll", "--health-check"]
ENTRYPOINT ["dotnet", "/app/GraphQLTokens.Service.dll"]
