#!/bin/sh
# Publishes the service to the folder named first; package versions are those of the lock files or the build fails.
set -eu
dotnet restore src/GraphQLTokens.Service --locked-mode --verbosity quiet
dotnet publish src/GraphQLTokens.Service --no-restore --configuration Release --verbosity quiet --output "$1"
