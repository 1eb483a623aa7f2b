#!/usr/bin/env bash
# How long a learner waits: from a save to the verdict on the screen, and from ./learn to the first screen.
set -euo pipefail
cd "$(dirname "$0")"

usage() {
    cat <<'TEXT'
usage: benchmarks/feedback.sh [SAVES]

Saves the koans of a copy of this clone one after the other, SAVES times in all (50), as a wrong answer, a file that does not
compile and a right one, and takes the time until the watch shows each verdict. Then starts ./learn five times in a terminal
(tmux; without it that part is left out, and said so) and takes the time until the first screen.

Exit codes: 0 measured, 1 the build or the measurement failed, 2 wrong usage.
TEXT
}

saves=${1:-50}
case $saves in
    -h | --help)
        usage
        exit 0
        ;;
    *[!0-9]* | '' | 0)
        usage >&2
        exit 2
        ;;
esac
[ $# -le 1 ] || {
    usage >&2
    exit 2
}

work=$(mktemp -d)
end() {
    [ -z "${terminal:-}" ] || TMUX_TMPDIR=$work tmux -f /dev/null kill-server 2>/dev/null || :
    rm -rf "$work"
}
trap end EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

load() { uptime | sed 's/.*load averages*: *//'; }

printf 'Building ...\n' >&2
mvn -q -B -f ../pom.xml -Pbenchmarks -pl benchmarks -am -Dmaven.test.skip=true package </dev/null >"$work/build.log" 2>&1 || {
    tail -n 40 "$work/build.log" >&2
    exit 1
}
{
    read -r java
    read -r class_path
} <target/java

mkdir "$work/clone"
cp -R ../koans ../solutions "$work/clone"
printf 'Load %s before.\n' "$(load)"
"$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$class_path" \
    io.github.acrossexecutors.benchmarks.feedback.Feedback "$work/clone" "$saves"
printf 'Load %s after.\n\n' "$(load)"

command -v tmux >/dev/null 2>&1 || {
    printf 'No tmux here: the first screen was not measured.\n'
    exit 0
}
../learn --version >/dev/null
terminal=1
export TMUX_TMPDIR=$work
for start in 1 2 3 4 5; do
    begun=$(date +%s%N)
    tmux -f /dev/null new-session -d -x 100 -y 40 ../learn
    until tmux capture-pane -p | grep -q 'Step '; do sleep 0.02; done
    screen=$(date +%s%N)
    until tmux capture-pane -p | grep -Eq '^(Red|Green|Does not|Not judged)'; do sleep 0.02; done
    verdict=$(date +%s%N)
    printf 'start %d: first screen after %d ms, first verdict after %d ms\n' \
        "$start" $(((screen - begun) / 1000000)) $(((verdict - begun) / 1000000))
    tmux kill-server
    while tmux list-sessions >/dev/null 2>&1; do sleep 0.02; done
done
