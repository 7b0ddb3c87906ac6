#!/usr/bin/env bash
# Installs what the tests need, builds, runs all tests, and ends with the plain line "N passed, N failed".
# Needs the .NET 10 SDK and Node 20. Results and screenshots: artifacts/tests.
set -uo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

stop() { printf '%s\n' "$1" >&2; printf '0 passed, 1 failed\n'; exit 1; }

command -v dotnet >/dev/null || stop "dotnet is missing. Install the .NET 10 SDK."
command -v node >/dev/null || stop "node is missing. Install Node 20 or later."
[ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || stop "Node $(node --version) is too old. Install Node 20 or later."

# The browser of the end-to-end tests: the one named by CHROMIUM, an installed one, or the distribution's package.
find_browser() { command -v chromium || command -v chromium-browser || command -v google-chrome; }
if [ -z "${CHROMIUM:-}" ]; then
  CHROMIUM=$(find_browser) || {
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
      echo "Installing Chromium from the distribution."
      apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
    fi
    CHROMIUM=$(find_browser) || stop "The end-to-end tests need Chromium and none was found. Install it (as root: apt-get install chromium) or set CHROMIUM to its path."
  }
fi
export CHROMIUM

# The server of the PostgreSQL tests, which start one of their own: the folder named by EMPATHYBOT_POSTGRES_BIN, an installed
# one, or the distribution's package. Where none can be had, CI fails; elsewhere those tests are left out, and that is said.
find_postgres() { for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -rV) $(tr : ' ' <<<"$PATH"); do [ -x "$folder/initdb" ] && [ -x "$folder/postgres" ] && echo "$folder" && return; done; false; }
if [ -z "${EMPATHYBOT_POSTGRES_BIN:-}" ]; then
  EMPATHYBOT_POSTGRES_BIN=$(find_postgres) || {
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
      echo "Installing PostgreSQL from the distribution."
      apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql >/dev/null
    fi
    EMPATHYBOT_POSTGRES_BIN=$(find_postgres) || true
  }
fi
without=()
if [ -n "$EMPATHYBOT_POSTGRES_BIN" ]; then
  export EMPATHYBOT_POSTGRES_BIN
elif [ -n "${CI:-}${EMPATHYBOT_REQUIRE_POSTGRES:-}" ]; then
  stop "The PostgreSQL tests need its server and none was found. Install it (as root: apt-get install postgresql) or set EMPATHYBOT_POSTGRES_BIN to the folder of initdb and postgres."
else
  without=(--filter "Needs!=PostgreSql")
fi

results=artifacts/tests
rm -rf "$results" && mkdir -p "$results"
export EMPATHYBOT_TEST_ARTIFACTS="$PWD/$results"

echo "Building."
# What the network brings comes while the processor builds.
npm ci --prefix tests/DirectLineJs --silent --no-audit --no-fund & direct_line=$!
npm ci --prefix tests/JsonSchemas --silent --no-audit --no-fund & schemas=$!
dotnet build EmpathyBot.sln -v quiet || stop "The build failed."
wait "$direct_line" || stop "npm could not install what the Direct Line tests need."
wait "$schemas" || stop "npm could not install what the deployment tests need."

echo "Testing."
for project in tests/EmpathyBot.Domain.Tests tests/StandIn.Tests tests/EmpathyBot.Tests tests/EmpathyBot.EndToEnd; do
  dotnet test "$project" --no-build --nologo -v quiet "${without[@]}" --logger "trx;LogFileName=$(basename "$project").trx" --results-directory "$results" \
    || { echo "Tests failed or did not finish: $project" >&2; : > "$results/$(basename "$project").trx.failed"; }
done
npm test --prefix src/EmpathyBot.AgentDesk/client --silent -- --reporter=json --outputFile="$PWD/$results/desk-client.json" \
  || echo "Tests failed or did not finish: src/EmpathyBot.AgentDesk/client" >&2

[ ${#without[@]} = 0 ] || echo "The PostgreSQL tests were left out: no PostgreSQL server was found. Install postgresql, or set EMPATHYBOT_POSTGRES_BIN." >&2
exec node build/count-tests.mjs "$results"
