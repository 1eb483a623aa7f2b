#!/usr/bin/env bash
# Runs the tests of all solutions again and again: alone, beside two CPU hogs, and on one CPU. What it takes: --help.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
target=$root/benchmarks/target
mkdir -p "$target"

printf 'Building ...\n' >&2
mvn -q -B -f "$root/pom.xml" -Pbenchmarks -pl benchmarks -am -Dmaven.test.skip=true package </dev/null \
    >"$target/build.log" 2>&1 || {
    tail -n 40 "$target/build.log" >&2
    exit 3
}
{
    read -r java
    read -r class_path
} <"$target/java"

exec "$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$class_path" \
    io.github.acrossexecutors.benchmarks.solutions.SolutionRuns "$root" "$@"
