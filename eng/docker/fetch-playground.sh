#!/bin/sh
# The playground's files, as the lock file pins them. The stamp is touched so that the build does not fetch them again.
set -eu
cd src/playground
npm ci --no-audit --no-fund --loglevel=error
touch node_modules/.package-lock.json
