#!/usr/bin/env bash
# Loads pages of a product that runs on this machine, as 50 people who are signed in, for at most 30 seconds. Each looks at a
# page for one second on average before asking for the next (PAUSE, in milliseconds; 0: nobody ever looks). Twenty seconds
# before that are not counted (WARM_UP): the JVM compiles what is used.
# Usage: benchmarks/load.sh http://localhost:8080 E-MAIL PASSWORD PATH…       (needs the Debian packages wrk and curl)
# Prints requests per second and the 50th, 95th and 99th percentiles of the time to answer; fails when an answer is an error.
set -euo pipefail
[ $# -ge 4 ] || { sed -n '2,6s/^# //p' "${BASH_SOURCE[0]}" >&2; exit 2; }
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
base=${1%/} email=$2 password=$3
shift 3
[[ "$base" =~ ^http://(localhost|127\.0\.0\.1):[0-9]+$ ]] || { echo "only a product on this machine may be loaded, not $base" >&2; exit 2; }
connections=${CONNECTIONS:-50} seconds=${SECONDS_OF_LOAD:-30} pause=${PAUSE:-1000} warm_up=${WARM_UP:-20}
[ "$seconds" -le 30 ] && [ "$warm_up" -le 30 ] || { echo "at most 30 seconds of each" >&2; exit 2; }

jar=$(mktemp)
trap 'rm -f "$jar"' EXIT
page=$(curl -sf -c "$jar" -b "$jar" "$base/sign-in")
token=$(sed -n 's/.*name="_csrf" value="\([^"]*\)".*/\1/p' <<<"$page" | head -n 1)
landed=$(curl -s -o /dev/null -w '%{redirect_url}' -c "$jar" -b "$jar" "$base/sign-in" \
    --data-urlencode "email=$email" --data-urlencode "password=$password" --data-urlencode "_csrf=$token")
case "$landed" in '' | *sign-in*) echo "the sign-in was refused" >&2; exit 1 ;; esac
cookie=$(awk '$6 == "SESSION" { print $6 "=" $7 }' "$jar")

for path in "$@"; do
    status=$(curl -s -o /dev/null -w '%{http_code}' -b "$jar" "$base$path")
    [ "$status" = 200 ] || { echo "$path answers $status: choose pages that this account may see" >&2; exit 1; }
done
load() { wrk -t2 -c"$connections" -d"${1}s" -H "Cookie: $cookie" -s "$here/load.lua" "$base" -- "$pause" "${@:2}"; }
[ "$warm_up" = 0 ] || load "$warm_up" "$@" >/dev/null
load "$seconds" "$@"
