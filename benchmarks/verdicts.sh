#!/usr/bin/env bash
# Judges code whose speedup is known, in fresh JVMs: benchmarks/verdicts.sh [JVMs per truth, default 20] [truths...]
# Prints a table; exits non-zero on a false verdict. HOGS=2 starts as many busy loops and ends them; BUDGET is in seconds.
set -euo pipefail
cd "$(dirname "$0")/.."

jvms=${1:-20}
shift || true
truths=${*:-A B C D E G1 G2 I M N}
budget=${BUDGET:-10}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
repository=${M2_REPOSITORY:-$HOME/.m2/repository}
opentest4j=$(find "$repository/org/opentest4j" -name 'opentest4j-*.jar' | sort | tail -1)
classes=${CLASSES:-extension/target/classes}
[ -d "$classes" ] || { echo "run 'mvn -pl extension compile' first" >&2; exit 2; }

scratch=$(mktemp -d)
hogs=()
finish() {
    [ ${#hogs[@]} -eq 0 ] || kill "${hogs[@]}"
    rm -rf "$scratch"
}
trap finish EXIT
for ((i = 0; i < ${HOGS:-0}; i++)); do
    (while :; do :; done) &
    hogs+=($!)
done

"${java%java}javac" -d "$scratch" -cp "$classes" benchmarks/verdicts/*.java
echo "$("$java" -version 2>&1 | head -1), $(nproc) CPUs, $jvms JVMs per truth, budget $budget s, hogs ${HOGS:-0}"
echo "load before: $(cat /proc/loadavg 2>/dev/null || uptime)"
for truth in $truths; do
    for ((i = 0; i < jvms; i++)); do
        "$java" -cp "$scratch:$classes:$opentest4j" KnownTruth "$truth" "$budget"
    done
done | tee "${LOG:-/dev/null}" > "$scratch/lines"
echo "load after: $(cat /proc/loadavg 2>/dev/null || uptime)"

awk -F '\t' '
    !($1 in runs) { order[++n] = $1 }
    { runs[$1]++; verdict[$1, $2]++; lies[$1] += ($4 == "FALSE"); seconds[$1] += $5; pairs[$1] += $6
      if ($3 != "-") reasons[$1] = reasons[$1] (index(reasons[$1], $3) ? "" : " " $3) }
    END {
        printf "| truth | JVMs | met | not met | inconclusive | false | mean s | mean pairs | why inconclusive |\n"
        printf "|---|---|---|---|---|---|---|---|---|\n"
        for (i = 1; i <= n; i++) {
            t = order[i]; all += lies[t]
            printf "| %s | %d | %d | %d | %d | %d | %.1f | %.0f |%s |\n", t, runs[t], verdict[t, "MET"],
                verdict[t, "NOT_MET"], verdict[t, "INCONCLUSIVE"], lies[t], seconds[t] / runs[t], pairs[t] / runs[t], reasons[t]
        }
        exit all > 0
    }' "$scratch/lines"
