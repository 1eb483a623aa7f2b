#!/usr/bin/env bash
# What the report of 200 tests x 7 models x 5 rounds x 100 tasks costs: to write, and to open in a browser.
set -euo pipefail
cd "$(dirname "$0")"

usage() {
    cat <<'TEXT'
usage: benchmarks/report.sh [JVMS]

Writes the report of 200 tests under 7 models, 5 rounds of 100 tasks each (700,000 spans), in JVMS fresh JVMs (5), as tests
do: report.json test by test, then report.html, report.csv and report.md. Then opens the page as often in headless Chromium (CHROMIUM,
or the one on the path; without one that part is left out, and said so), each time after an empty page, and takes the
difference: from the command to the picture, all of the page read and its first test drawn.

Exit codes: 0 measured, 1 the build or the measurement failed, 2 wrong usage.
TEXT
}

jvms=${1:-5}
case $jvms in
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
trap 'rm -rf "$work"' EXIT
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

printf 'Load %s before.\n' "$(load)"
for ((jvm = 1; jvm <= jvms; jvm++)); do
    rm -rf "$work/report"
    "$java" -cp "$class_path" io.github.acrossexecutors.benchmarks.report.ReportCost "$work/report"
done

chromium=$(command -v "${CHROMIUM:-chromium}" chromium-browser google-chrome | head -n 1) || :
[ -n "$chromium" ] || {
    printf 'No Chromium here: the page was not opened.\n'
    exit 0
}
milliseconds_to_show() {
    local begun
    begun=$(date +%s%N)
    "$chromium" --headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --no-first-run --hide-scrollbars \
        --user-data-dir="$work/profile" --window-size=1280,1000 --screenshot="$work/picture.png" "$1" >/dev/null 2>&1
    printf '%d' $((($(date +%s%N) - begun) / 1000000))
}
milliseconds_to_show about:blank >/dev/null
for ((look = 1; look <= jvms; look++)); do
    blank=$(milliseconds_to_show about:blank)
    page=$(milliseconds_to_show "file://$work/report/report.html")
    printf 'opened: %d ms, an empty page %d ms, the difference %d ms\n' "$page" "$blank" $((page - blank))
done
printf 'Load %s after.\n' "$(load)"
