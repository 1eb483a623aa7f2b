#!/usr/bin/env bash
# Runs the corpus of the explorer, bugs and correct versions, in fresh JVMs, and counts what was seen falsely.
set -euo pipefail

usage() {
    cat <<'TEXT'
usage: benchmarks/explorer.sh [JVMs] [options]

Explores each scenario of the corpus in so many fresh JVMs (default 50) under each condition, and prints a Markdown table: how
often the bug was caught as what it is, how often the correct version was passed, and how long that took. A JVM takes some
0.5 s. The corpus is in explorer/src/test/java/.../corpus; what came of it stands in docs/explorer.md.

  --subjects LostUpdate,LockOrder.Bug   which files of the corpus, or which of their scenarios (default all)
  --conditions idle,hogs,one-cpu        alone, beside two processes that compute, on one CPU by taskset (default all three)
  --lincheck                            give each scenario to Lincheck, too, in a JVM of its own right after
  --out FILE                            write the table there, too
  --resume FILE                         add to the findings in FILE, and run only what is missing
  --help                                print this

Findings, one line of JSON each, go to benchmarks/target/explorer, or to the FILE of --resume. Ctrl-C ends all it started;
--resume goes on from there.

Exit codes: 0 the explorer was right everywhere, 1 it was not, 2 wrong usage, 3 the build failed or a file could not be read or
written, 128 + n ended by signal n. What Lincheck says changes no exit code.
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
mkdir -p "$target/explorer"

printf 'Building ...\n' >&2
mvn -q -B -f "$root/pom.xml" -Pbenchmarks -pl benchmarks -am -Dmaven.test.skip=true package </dev/null \
    >"$target/explorer/build.log" 2>&1 || {
    tail -n 40 "$target/explorer/build.log" >&2
    exit 3
}
{
    read -r java
    read -r class_path
} <"$target/java"

# What must be the same for findings to be counted together.
of_laboratory=benchmarks/src/main/java/io/github/acrossexecutors/benchmarks
corpus=explorer/src/test/java/io/github/acrossexecutors/explorer/corpus
sources=(explorer/src/main "$corpus" "$of_laboratory/lab" "$of_laboratory/explorer")
explorer=$(git -C "$root" log -1 --format=%h -- "${sources[@]}" 2>/dev/null) || explorer=unknown
[ -z "$(git -C "$root" status --porcelain -- "${sources[@]}" 2>/dev/null)" ] ||
    explorer="$explorer, changed $(git -C "$root" diff HEAD -- "${sources[@]}" | git hash-object --stdin | cut -c1-7)"

exec "$java" -cp "$class_path" io.github.acrossexecutors.benchmarks.explorer.CorpusLaboratory \
    "$explorer" "$target/explorer" "$@"
