#!/usr/bin/env bash
# What one empty task costs under the extension, compared with invokeAll and with @RepeatedTest.
set -euo pipefail
cd "$(dirname "$0")"

usage() {
    cat <<'TEXT'
usage: benchmarks/overhead.sh [quick]

Measures one empty task of 1,000 under @AcrossExecutors (FIXED_POOL, 2 workers), in invokeAll on such a pool, and in
@RepeatedTest(1000), and prints nanoseconds, bytes and ratios. Takes some five minutes; quick takes one or two, measures code that
is not warm yet, and shows that all works, no more.

What JMH wrote is kept in benchmarks/target/overhead. What is compared, and why, stands in docs/benchmarks.md.

Exit codes: 0 measured, 1 the build or a benchmark failed, 2 wrong usage, 128 + n ended by signal n.
TEXT
}

case "$#:${1:-}" in
    0:) blocks=5 shorter=() ;;
    1:quick) blocks=3 shorter=(-wi 3 -i 1) ;;
    1:-h | 1:--help)
        usage
        exit 0
        ;;
    *)
        usage >&2
        exit 2
        ;;
esac

# Each child leads a process group of its own, which whoever ends the script ends with it: JMH has children in turn.
set -m
child=
end() {
    trap - EXIT INT TERM HUP
    [ -z "$child" ] || kill -TERM -- "-$child" 2>/dev/null || :
    exit "$1"
}
trap 'end 130' INT
trap 'end 143' TERM
trap 'end 129' HUP
trap 'end $?' EXIT

# Runs a command whose output matters only if it fails.
quietly() {
    local log=$1
    shift
    "$@" </dev/null >"$log" 2>&1 &
    child=$!
    wait "$child" || {
        tail -n 40 "$log" >&2
        exit 1
    }
    child=
}

load() { uptime | sed 's/.*load averages*: *//'; }

results=target/overhead
rm -rf "$results"
mkdir -p "$results"

printf 'Building ...\n' >&2
quietly "$results/build.log" mvn -q -B -f ../pom.xml -Pbenchmarks -pl benchmarks -am -Dmaven.test.skip=true package
{
    read -r java
    read -r class_path
} <target/java

before=$(load)
files=()
for ((block = 1; block <= blocks; block++)); do
    printf '\rMeasuring, block %d of %d ... ' "$block" "$blocks" >&2
    files+=("$results/block-$block.json")
    quietly "$results/block-$block.log" "$java" -cp "$class_path" org.openjdk.jmh.Main overhead.OverheadBenchmark \
        -foe true -prof gc ${shorter[@]+"${shorter[@]}"} -rf json -rff "$results/block-$block.json"
done
printf '\n\n' >&2

"$java" -cp "$class_path" io.github.acrossexecutors.benchmarks.overhead.OverheadTable "$before" "$(load)" "${files[@]}"
