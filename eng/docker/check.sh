#!/usr/bin/env bash
# Does what the Dockerfile does where there is no container engine: every RUN line calls a script of this folder, and those
# scripts, in the Dockerfile's order and in a clean directory, lead to a service that starts and calls itself ready.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

expected='RUN sh eng/docker/fetch-playground.sh
RUN sh eng/docker/publish.sh /app
RUN sh /eng/prepare-data.sh /srv/data "$APP_UID"'
[[ $(grep '^RUN' Dockerfile) == "$expected" ]] || { echo "Dockerfile: its RUN lines and this check went apart"; exit 1; }

work=$(mktemp -d)
service=
finish() {
  [[ -z $service ]] || kill "$service" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT
mkdir "$work/src" "$work/srv"
git ls-files -z | xargs -0 cp --parents -t "$work/src"
cd "$work/src"
sh eng/docker/fetch-playground.sh
sh eng/docker/publish.sh "$work/app"
sh eng/docker/prepare-data.sh "$work/srv/data" "$(id -u)"
for file in GraphQLTokens.Service.dll playground/index.html playground/LICENSE; do
  [[ -f $work/app/$file ]] || { echo "the published service lacks $file"; exit 1; }
done
[[ ! -d $work/app/runtimes ]] || { echo "the published service holds libraries of other platforms"; exit 1; }
[[ $(stat -c %a "$work/srv/data") == 700 ]] || { echo "the data folder is open to others"; exit 1; }

cd "$work/srv"
# Port 0 lets the system choose; the service says which in its log.
ASPNETCORE_URLS=http://127.0.0.1:0 dotnet "$work/app/GraphQLTokens.Service.dll" >"$work/log" 2>&1 </dev/null &
service=$!
for _ in $(seq 60); do
  url=$(grep -o 'Now listening on: http://127.0.0.1:[0-9]*' "$work/log" | head -n 1 | sed 's/.*on: //' || true)
  if [[ -n $url ]] && ASPNETCORE_URLS=$url dotnet "$work/app/GraphQLTokens.Service.dll" --health-check; then
    kill -TERM "$service"
    wait "$service" || { echo "the service did not end in peace: $?"; exit 1; }
    service=
    exit 0
  fi
  kill -0 "$service" 2>/dev/null || break
  sleep 1
done
cat "$work/log"
exit 1
