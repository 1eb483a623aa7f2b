#!/usr/bin/env bash
# Judges code whose speedup is known, in fresh JVMs, and counts the verdicts that are false.
set -euo pipefail

usage() {
    cat <<'TEXT'
usage: benchmarks/verdicts.sh [JVMs] [options]

Judges each truth in so many fresh JVMs (default 20) under each condition, and prints a Markdown table. What the truths are
stands in docs/verdicts.md. A JVM takes some 3 to 10 s: all truths under all conditions, 20 JVMs each, take some 3 hours.

  --truths a,b,c1         which truths; a letter stands for all its numbers (default all)
  --conditions quiet,...  quiet, steady (beside two CPU hogs), bursts (0.5 s on, 0.5 s off) (default all three)
  --cpus 0                hold truths and hogs to these CPUs, by taskset
  --budget 10             seconds that a verdict may take
  --out FILE              write the table there, too
  --resume FILE           add to the findings in FILE, and judge only what is missing
  --help                  print this

Findings, one line of JSON each, go to benchmarks/target/verdicts, or to the FILE of --resume. Ctrl-C ends all it started;
--resume goes on from there.

Exit codes: 0 no verdict was false, 1 one was, 2 wrong usage, 3 the build or a JVM failed, 128 + n ended by signal n.
TEXT
}

for argument in "$@"; do
    case "$argument" in
        -h | --help)
            usage
            exit 0
            ;;
    esac
done

root=$(cd "$(dirname "$0")/.." && pwd)
target=$root/benchmarks/target
mkdir -p "$target/verdicts"

printf 'Building ...\n' >&2
mvn -q -B -f "$root/pom.xml" -Pbenchmarks -pl benchmarks -am -Dmaven.test.skip=true package </dev/null \
    >"$target/verdicts/build.log" 2>&1 || {
    tail -n 40 "$target/verdicts/build.log" >&2
    exit 3
}
{
    read -r java
    read -r class_path
} <"$target/java"

# What must be the same for verdicts to be counted together.
of_laboratory=benchmarks/src/main/java/io/github/acrossexecutors/benchmarks
sources=(extension/src/main "$of_laboratory"/{lab,verdicts})
engine=$(git -C "$root" log -1 --format=%h -- "${sources[@]}" 2>/dev/null) || engine=unknown
[ -z "$(git -C "$root" status --porcelain -- "${sources[@]}" 2>/dev/null)" ] ||
    engine="$engine, changed $(git -C "$root" diff HEAD -- "${sources[@]}" | git hash-object --stdin | cut -c1-7)"

exec "$java" -cp "$class_path" io.github.acrossexecutors.benchmarks.verdicts.Laboratory \
    "$engine" "$target/verdicts" "$@"
