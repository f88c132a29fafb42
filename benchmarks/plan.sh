#!/usr/bin/env bash
# How fast and how good plans are. Usage: benchmarks/plan.sh speed [MILLISECONDS FOR THE PROOF] | gain [FACILITIES]
# Build first: mvn -q -pl engines/plan -am test-compile -DskipTests. Prints a table; changes nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
what=${1:?speed [MILLISECONDS], or gain [FACILITIES]}
case $what in speed) much=${2:-1700} ;; *) much=${2:-1000} ;; esac
classes=engines/plan/target
[ -d "$classes/test-classes" ] || { echo "Build first: mvn -q -pl engines/plan -am test-compile" >&2; exit 1; }
mvn -o -q -pl engines/plan -am dependency:build-classpath -Dmdep.outputFile=target/benchmark.classpath -Dmdep.includeScope=test >/dev/null
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
uptime
exec "$java" -Xmx96m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
    -cp "$classes/classes:$classes/test-classes:engines/maturity/target/classes:$(cat "$classes/benchmark.classpath")" \
    org.asepsie.engine.plan.PlanBenchmark "$what" "$much"
