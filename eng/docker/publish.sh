#!/bin/sh
# Publishes the service to the folder named first, compiled ahead of time for the platform that it is built on: it starts in two thirds of the time, and holds
# no other platform's libraries. Package versions are those of the lock files, or the build fails; these know no platforms, so the second restore keeps its own.
set -eu
dotnet restore src/GraphQLTokens.Service --locked-mode --verbosity quiet
dotnet publish src/GraphQLTokens.Service --configuration Release --verbosity quiet --use-current-runtime --no-self-contained \
  -p:PublishReadyToRun=true -p:NuGetLockFilePath=obj/publish.lock.json --output "$1"
