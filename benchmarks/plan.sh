#!/usr/bin/env bash
# How fast and how good plans are. Usage: benchmarks/plan.sh speed [MILLISECONDS FOR THE PROOF] | gain [FACILITIES] | solvers [MILLISECONDS EACH]
# Build first: mvn -q -pl engines/plan -am test-compile -DskipTests. Prints a table; changes nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
what=${1:?speed [MILLISECONDS], gain [FACILITIES], or solvers [MILLISECONDS]}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
if [ "$what" = solvers ]; then
    # other solvers come with the module `benchmarks` alone
    mvn -q -Pbenchmarks -pl benchmarks -am package -DskipTests -Dspotless.check.skip=true \
        dependency:build-classpath -Dmdep.outputFile="$PWD/benchmarks/target/solvers.classpath" >/dev/null
    uptime
    exec "$java" -Xmx1g --enable-native-access=ALL-UNNAMED \
        -cp "benchmarks/target/classes:$(cat benchmarks/target/solvers.classpath)" org.asepsie.engine.plan.SolverComparison "${2:-15000}"
fi
case $what in speed) much=${2:-1800} ;; *) much=${2:-1000} ;; esac
classes=engines/plan/target
[ -d "$classes/test-classes" ] || { echo "Build first: mvn -q -pl engines/plan -am test-compile" >&2; exit 1; }
mvn -o -q -pl engines/plan -am dependency:build-classpath -Dmdep.outputFile=target/benchmark.classpath -Dmdep.includeScope=test >/dev/null
uptime
exec "$java" -Xmx96m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
    -cp "$classes/classes:$classes/test-classes:engines/maturity/target/classes:$(cat "$classes/benchmark.classpath")" \
    org.asepsie.engine.plan.PlanBenchmark "$what" "$much"
