#!/usr/bin/env bash
# One entry for people and for continuous integration: ./build.sh format | lint | build | test | gateways | image | bench | all
# `all` ends with the line "N passed, N failed", which adds up what the test runners themselves reported, and fails when anything did.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 DOTNET_CLI_UI_LANGUAGE=en
configuration=${CONFIGURATION:-Release}
source eng/suites.sh

restore() {
  local mode=()
  [[ ${CI:-} == true ]] && mode=(--locked-mode)
  dotnet restore GraphQLTokens.sln --verbosity quiet "${mode[@]}"
}

# Writes the files as .editorconfig says.
format() { restore && dotnet format GraphQLTokens.sln --no-restore; }

# The build reports style breaches as errors; what it cannot see is white space.
lint() { restore && dotnet format whitespace GraphQLTokens.sln --no-restore --verify-no-changes; }

build() { restore && dotnet build GraphQLTokens.sln --no-restore --configuration "$configuration" --verbosity quiet; }

# Every test project there is, then the tools that people use; a suite that reports no test counts as a failure.
run_tests() {
  local project failed=0
  rm -rf artifacts/tests
  # The clients that the engine's tests drive its live transports with.
  install_npm tests/live || failed=1
  for project in tests/*/*.Tests.csproj; do
    run_dotnet_suite "$project" "$configuration" || failed=1
  done
  install_debian chromium || failed=1
  run_node_suite tests/tools "$configuration" || failed=1
  gateways || failed=1
  return $failed
}

test_all() { build && run_tests; }

# Real gateways in front of the service as built, by the files in samples/gateways.
gateways() {
  # Where Debian puts servers; not everybody's shell looks there.
  local PATH=$PATH:/usr/sbin
  install_debian nginx haproxy || { count tests/gateways 0 1 1; return; }
  run_node_suite tests/gateways "$configuration"
}

# The container's build steps, in a clean directory and without a container engine.
image() { run_script_suite eng/docker/check.sh; }

# Whole servers against each other; with arguments, BenchmarkDotNet's own (docs/performance.md).
bench() {
  if (($# == 0)); then bench/run.sh; else dotnet run --project bench/GraphQLTokens.Bench --configuration Release -- "$@"; fi
}

all() {
  local failed=0
  trap report_counts EXIT
  lint || failed=1
  build || return 1
  run_tests || failed=1
  image || failed=1
  return $failed
}

case "${1:-all}" in
  format | lint | build | bench) "$@" ;;
  test) trap report_counts EXIT; test_all ;;
  gateways) trap report_counts EXIT; gateways ;;
  image) trap report_counts EXIT; image ;;
  all) all ;;
  *) sed -n "2,3s/^# //p" build.sh; exit 2 ;;
esac
