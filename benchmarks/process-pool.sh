#!/usr/bin/env bash
# What ProcessPool costs beside a bare child JVM and Python's process pools, measured in turns on this machine.
set -euo pipefail
cd "$(dirname "$0")"

usage() {
    cat <<'TEXT'
usage: benchmarks/process-pool.sh [blocks]

Measures each row for ProcessPool, a bare child JVM, and Python's Pool (fork, spawn) and ProcessPoolExecutor, one after the
other, in so many blocks (default 3, some 30 s each), and prints a Markdown table of medians; in parentheses how many times
ProcessPool's value it is. Then an empty JUnit body under PROCESS_POOL, in a worker that is started for it and in one that is
kept. Needs Linux and python3.

Exit codes: 0 measured, 1 the build or a measurement failed, 2 wrong usage.
TEXT
}

case "${1:-}" in
    -h | --help)
        usage
        exit 0
        ;;
esac
blocks=${1:-3}
if [ $# -gt 1 ] || ! [[ $blocks =~ ^[1-9][0-9]?$ ]]; then
    usage >&2
    exit 2
fi

results=target/process-pool
mkdir -p "$results"
printf 'Building ...\n' >&2
mvn -q -B -f ../pom.xml -Pbenchmarks -pl benchmarks -am -Dmaven.test.skip=true package </dev/null >"$results/build.log" 2>&1 || {
    tail -n 40 "$results/build.log" >&2
    exit 1
}
{
    read -r java
    read -r class_path
} <target/java

load() { uptime | sed 's/.*load averages*: *//'; }

before=$(load)
files=()
for ((block = 1; block <= blocks; block++)); do
    printf 'Measuring, block %d of %d ...\n' "$block" "$blocks" >&2
    file=$results/block-$block.tsv
    "$java" -cp "$class_path" io.github.acrossexecutors.benchmarks.process.ProcessPoolRows >"$file"
    "$java" -cp "$class_path" io.github.acrossexecutors.benchmarks.process.BodyRows "$PWD/$results/archives" >>"$file"
    for python in fork spawn executor; do
        python3 process_pool.py "$python" >>"$file"
    done
    files+=("$file")
done
printf '%s; %s; %s; load %s before, %s after; medians of %d blocks\n\n' "$(date -u +%F)" \
    "$("$java" -version 2>&1 | head -n 1)" "$(python3 --version)" "$before" "$(load)" "$blocks"
python3 process_pool.py table "${files[@]}"
