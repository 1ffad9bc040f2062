#!/usr/bin/env bash
# Whole servers against each other, on Linux with two cores and wrk; docs/performance.md says how. Writes bench/results/DATE-COMMIT.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
for tool in wrk taskset; do
  command -v "$tool" >/dev/null || { echo "$tool is missing (Debian packages wrk and util-linux)" >&2; exit 2; }
done
# Without the playground, which no measured request touches.
dotnet build bench/GraphQLTokens.Bench --configuration Release --verbosity quiet -p:Playground=false
commit=$(git rev-parse --short HEAD)
git diff --quiet HEAD -- src bench || commit+=-changed
output=bin/Release/net10.0
exec taskset -c 1 dotnet "bench/GraphQLTokens.Bench/$output/GraphQLTokens.Bench.dll" \
  compare "bench/GraphQLTokens.Bench.Servers/$output/GraphQLTokens.Bench.Servers.dll" "$commit" bench/results
