#!/usr/bin/env bash
# Measures the time from `./asepsie start` to the first page, and the memory of the JVM and PostgreSQL together once idle.
# Usage: benchmarks/start-and-memory.sh [--demo] [starts, 5 by default]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
options=()
[ "${1:-}" != --demo ] || { options=(--demo) && shift; }
starts=${1:-5}
idle=${IDLE_SECONDS:-30}

work=$(mktemp -d)
chmod 711 "$work"
pid=''
stop() {
    [ -n "$pid" ] || return 0
    kill "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
    pid=''
}
trap 'stop; rm -rf "$work"' EXIT

free_port() {
    local port
    while port=$((20000 + RANDOM % 12000)) && (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
    echo "$port"
}

now() { date +%s%N; }

# Starts, waits for the first whole page, and leaves the milliseconds in $took.
start() {
    local port began
    port=$(free_port)
    began=$(now)
    "$here/asepsie" start "${options[@]}" --port "$port" --data "$work/data" >"$work/log" 2>&1 &
    pid=$!
    until curl -sfL -o /dev/null "http://localhost:$port/sign-in"; do
        kill -0 "$pid" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
        sleep 0.02
    done
    took=$((($(now) - began) / 1000000))
}

# The process and all below it. PostgreSQL's own tree is found by its folder.
tree() {
    local parent child
    for parent in "$@"; do
        echo "$parent"
        for child in $(pgrep -P "$parent"); do tree "$child"; done
    done
}

kilobytes() { awk -v field="$1:" '$1 == field { sum += $2 } END { print sum + 0 }' "$2"; }

memory() {
    local process rss=0 pss=0
    for process in $(tree "$pid" $(pgrep -f -- "bin/postgres -D $work/data/data")); do
        [ -r "/proc/$process/smaps_rollup" ] || continue
        rss=$((rss + $(kilobytes VmRSS "/proc/$process/status")))
        pss=$((pss + $(kilobytes Pss "/proc/$process/smaps_rollup")))
    done
    echo "idle for $idle s: $((rss / 1024)) MB resident (pages shared between processes counted each time), $((pss / 1024)) MB when they are counted once"
}

"$here/asepsie" build >/dev/null
echo "$(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg), ${options[*]:-without demonstration}"
start
echo "first start (prepares the fast start, creates the database): $took ms"
stop
all=()
for n in $(seq "$starts"); do
    start
    echo "warm start $n: $took ms"
    all+=("$took")
    [ "$n" = "$starts" ] || stop
done
printf '%s\n' "${all[@]}" | sort -n | awk '{ t[NR] = $1 } END { print "median: " t[int((NR + 1) / 2)] " ms" }'
sleep "$idle"
memory
