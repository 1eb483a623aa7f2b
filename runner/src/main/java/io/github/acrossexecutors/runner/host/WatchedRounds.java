package io.github.acrossexecutors.runner.host;

import io.github.acrossexecutors.runner.link.RoundSeen;
import io.github.acrossexecutors.runner.link.RoundSeen.SpanSeen;
import io.github.acrossexecutors.timing.Span;
import java.lang.management.ManagementFactory;
import java.util.List;
import koans.kit.Timeline;

/** What the kit saw the threads of a run do, as the runner is told. */
final class WatchedRounds {

    private WatchedRounds() {}

    /** Takes it: the next run is another. */
    static List<RoundSeen> take() {
        return Timeline.ofThisJvm().take().stream().map(WatchedRounds::told).toList();
    }

    private static RoundSeen told(Timeline.Round round) {
        return new RoundSeen(
                ProcessHandle.current().pid(),
                ManagementFactory.getRuntimeMXBean().getStartTime(),
                round.method(),
                round.name(),
                round.gcCount(),
                round.gcNanos(),
                round.spans().stream().map(WatchedRounds::told).toList());
    }

    private static SpanSeen told(Span span) {
        return new SpanSeen(
                span.task(),
                span.worker(),
                span.startNanos(),
                span.endNanos(),
                span.cpuNanos().orElse(-1));
    }
}
