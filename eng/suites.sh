# Runs test suites and adds up their results. A runner of another kind joins by ending in `count NAME PASSED FAILED EXIT_CODE`.
total_passed=0
total_failed=0

# A suite that ran nothing, or that failed without saying which test, counts as one failure: silence is no success.
count() {
  local name=$1 passed=$2 failed=$3 exit_code=$4
  if ((failed == 0)) && { ((exit_code != 0)) || ((passed == 0)); }; then failed=1; fi
  total_passed=$((total_passed + passed))
  total_failed=$((total_failed + failed))
  echo "$name: $passed passed, $failed failed"
  ((failed == 0))
}

report_counts() { echo "$total_passed passed, $total_failed failed"; }

# The .trx report of a run holds <Counters total=".." passed=".." failed=".." error=".." ...>; a test host that died leaves none.
run_dotnet_suite() {
  local project=$1 configuration=$2 name exit_code counters passed=0 failed=0
  name=$(basename "$project" .csproj)
  dotnet test "$project" --no-build --configuration "$configuration" --verbosity quiet \
    --blame-hang --blame-hang-timeout 5m --blame-hang-dump-type none \
    --results-directory artifacts/tests --logger "trx;LogFileName=$name.trx" </dev/null
  exit_code=$?
  if [[ -f artifacts/tests/$name.trx ]]; then
    counters=$(grep -o '<Counters [^>]*>' "artifacts/tests/$name.trx" | tail -n 1)
    passed=$(attribute passed "$counters")
    failed=$(($(attribute failed "$counters") + $(attribute error "$counters") + $(attribute timeout "$counters") + $(attribute aborted "$counters")))
  fi
  count "$name" "$passed" "$failed" "$exit_code"
}

attribute() {
  local value
  value=$(sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$2")
  echo "${value:-0}"
}

# A script that checks one thing as a whole: one test.
run_script_suite() {
  local exit_code
  bash "$1" </dev/null
  exit_code=$?
  count "$1" $((exit_code == 0 ? 1 : 0)) $((exit_code == 0 ? 0 : 1)) "$exit_code"
}

# Installs what is locked, unless it is. npm writes the file last: where it is newer than the lock file, what is installed is what is locked.
install_npm() {
  local folder=$1
  [[ $folder/node_modules/.package-lock.json -nt $folder/package-lock.json ]] \
    || (cd "$folder" && npm ci --loglevel=error </dev/null && touch node_modules/.package-lock.json)
}

# Programs from Debian's packages of the same names, installed when they are missing. In run level 1 no package starts its server.
install_debian() {
  local program missing=()
  for program in "$@"; do command -v "$program" >/dev/null || missing+=("$program"); done
  ((${#missing[@]} == 0)) && return
  if ((EUID != 0)) || ! command -v apt-get >/dev/null; then
    echo "Install these programs first: ${missing[*]}" >&2
    return 1
  fi
  export DEBIAN_FRONTEND=noninteractive RUNLEVEL=1
  apt-get update -qq </dev/null && apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null >/dev/null
}

# The service, as built, judged by a runner in Node whose last line is "N passed, N failed".
run_node_suite() {
  local folder=$1 configuration=$2 log exit_code last
  log=artifacts/tests/$(basename "$folder").log
  mkdir -p artifacts/tests
  if [[ -f $folder/package-lock.json ]]; then install_npm "$folder" || { count "$folder" 0 1 1; return; }; fi
  node "$folder/run.mjs" "$configuration" </dev/null | tee "$log"
  exit_code=${PIPESTATUS[0]}
  last=$(tail -n 1 "$log")
  if [[ $last =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
    count "$folder" "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}" "$exit_code"
  else
    count "$folder" 0 1 1
  fi
}
