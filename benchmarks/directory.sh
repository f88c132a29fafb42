#!/usr/bin/env bash
# Attack paths of a directory: JMH, the budget of a large forest, or side by side with Neo4j. See README.md.
#   benchmarks/directory.sh jmh | budget NODES EDGES | side-by-side NODES EDGES PATHS [FOLDER]
set -euo pipefail
cd "$(dirname "$0")/.."

classpath=benchmarks/target/classpath
if [ ! -s "$classpath" ] || [ -n "$(find engines/directory/src/main benchmarks/src -newer "$classpath" -print -quit)" ]; then
    mvn -q -Pbenchmarks -pl engines/directory,benchmarks -DskipTests -Dspotless.check.skip=true package
    mvn -q -Pbenchmarks -pl engines/directory,benchmarks package -DskipTests -Dspotless.check.skip=true \
        dependency:build-classpath -Dmdep.outputFile="$PWD/$classpath"
fi
path="benchmarks/target/classes:engines/directory/target/classes:$(cat "$classpath")"
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
main=org.asepsie.benchmark.directory

case "${1:-}" in
    jmh) shift; exec "$java" -cp "$path" org.openjdk.jmh.Main "$main" "$@" ;;
    budget) shift; exec "$java" -Xmx1536m -cp "$path" "$main.Budget" "$@" ;;
    side-by-side)
        shift
        exec "$java" -Xmx6g --enable-native-access=ALL-UNNAMED --add-opens java.base/java.nio=ALL-UNNAMED \
            --add-opens java.base/java.lang=ALL-UNNAMED --add-opens java.base/sun.nio.ch=ALL-UNNAMED \
            -cp "$path" "$main.SideBySide" "$@" ;;
    *) sed -n '2,3p' "$0" >&2; exit 2 ;;
esac
