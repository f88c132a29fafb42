#!/usr/bin/env bash
# Attack paths of a directory: JMH, the budget of a large forest, growth, from a zip to the answer, or side by side with Neo4j. See README.md.
#   benchmarks/directory.sh jmh | budget NODES EDGES | growth [FOLDER] | answer OBJECTS [FOLDER] | side-by-side NODES EDGES PATHS [FOLDER]
set -euo pipefail
cd "$(dirname "$0")/.."

classpath=benchmarks/target/classpath
if [ ! -s "$classpath" ] || [ -n "$(find engines/directory/src/main engines/directory/src/test benchmarks/src -newer "$classpath" -print -quit)" ]; then
    # with all that the module stands on: its pages on other engines need those too
    mvn -q -Pbenchmarks -pl benchmarks -am package -DskipTests -Dspotless.check.skip=true \
        dependency:build-classpath -Dmdep.outputFile="$PWD/$classpath"
fi
path="benchmarks/target/classes:engines/directory/target/classes:$(cat "$classpath")"
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
main=org.asepsie.benchmark.directory

case "${1:-}" in
    jmh) shift; exec "$java" -cp "$path" org.openjdk.jmh.Main "$main" "$@" ;;
    budget) shift; exec "$java" -Xmx1536m -cp "$path" "$main.Budget" "$@" ;;
    growth) exec "$java" -Xmx2g -cp "$path" "$main.Growth" "${2:-benchmarks}" ;;
    answer)
        folder=${3:-benchmarks/target}
        exec "$java" -Xmx1536m -XX:+UseParallelGC -cp "engines/directory/target/test-classes:$path" \
            org.asepsie.engine.directory.made.ZipToAnswer "${2:-100000}" "$folder" ;;
    side-by-side)
        shift
        exec "$java" -Xmx6g --enable-native-access=ALL-UNNAMED --add-opens java.base/java.nio=ALL-UNNAMED \
            --add-opens java.base/java.lang=ALL-UNNAMED --add-opens java.base/sun.nio.ch=ALL-UNNAMED \
            -cp "$path" "$main.SideBySide" "$@" ;;
    *) sed -n '2,3p' "$0" >&2; exit 2 ;;
esac
