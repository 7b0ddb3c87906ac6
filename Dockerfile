# EmpathyBot's host with its desk and its content, in an image without shell or package manager, run by a user without rights.
#   docker build -t empathybot .
#   docker run -p 8080:8080 -v empathybot:/data --env-file settings.env empathybot

# The desk's client and the website's chat are made with node.
FROM node:22-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /source
COPY . .
RUN dotnet publish src/EmpathyBot.Host --configuration Release --output /app --use-current-runtime --no-self-contained -p:PublishReadyToRun=true -p:UseAppHost=false
RUN mkdir /data

# "extra" brings languages and time zones.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
WORKDIR /app
COPY --from=build /app .
# The embedded store, where no PostgreSQL is configured. The image's user is the only one who may write, and only here.
COPY --from=build --chown=$APP_UID:$APP_UID /data /data
ENV Storage__Path=/data/empathybot.db
VOLUME /data
EXPOSE 8080
USER $APP_UID
ENTRYPOINT ["dotnet", "EmpathyBot.Host.dll"]
