#!/usr/bin/env bash
# Firewall rules and flow logs: how long from text to matrix, shadowed rules, a changed rule; how fast readers and logs are. See README.md.
#   benchmarks/network.sh rules FILE | readers [VENDOR] | growth [SVG] | flows
# `rules` takes any configuration; `readers` and `flows` need the test data (../shared/data/network or -Dasepsie.network.data in JAVA_TOOL_OPTIONS).
set -euo pipefail
cd "$(dirname "$0")/.."

module=engines/network
classpath=$module/target/test-classpath
if [ ! -s "$classpath" ] || [ -n "$(find $module/src -newer "$classpath" -print -quit)" ]; then
    mvn -q -pl $module -am -DskipTests -Dspotless.check.skip=true test-compile
    mvn -q -pl $module dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile="$PWD/$classpath"
fi
path="$module/target/test-classes:$module/target/classes:$(cat "$classpath")"
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
package=org.asepsie.engine.network
uptime

case "${1:-}" in
    rules)
        [ $# -eq 2 ] || { sed -n '2,4p' "$0" >&2; exit 2; }
        exec "$java" -Xmx256m -XX:+UseSerialGC -cp "$path" "$package.NetworkBenchmark" "$2" ;;
    readers)
        # a process for each: what the compiler learns from one reader would slow the next
        for vendor in ${2:-iptables nftables ios asa fortios stormshield pfsense opnsense paloalto csv yaml}; do
            "$java" -Xmx512m -XX:+UseSerialGC -cp "$path" "$package.reader.ReaderBenchmark" "$vendor"
        done ;;
    growth) exec "$java" -Xmx2g -XX:+UseSerialGC -cp "$path" "$package.GrowthBenchmark" ${2:+"$2"} ;;
    flows) exec "$java" -Xmx2g -XX:+UseSerialGC -cp "$path" "$package.flow.FlowBenchmark" ;;
    *) sed -n '2,4p' "$0" >&2; exit 2 ;;
esac
