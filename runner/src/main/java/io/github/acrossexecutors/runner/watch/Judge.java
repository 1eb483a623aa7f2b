package io.github.acrossexecutors.runner.watch;

import io.github.acrossexecutors.runner.engine.Outcome;
import io.github.acrossexecutors.runner.engine.Selection;
import io.github.acrossexecutors.runner.engine.Variant;
import io.github.acrossexecutors.runner.path.Entry;
import io.github.acrossexecutors.runner.timeline.Drawn;
import java.util.Optional;

/** Judges in the background, one thing at a time: what is asked for last wins. */
interface Judge extends AutoCloseable {

    /** Begins to judge; what is being judged is given up. */
    void begin(Request request);

    /** What came of the request that was begun last, once; empty while nothing has. */
    Optional<Judged> poll();

    /** What its threads were seen doing, of the request that was judged last; empty while it is not drawn, or there is nothing to see. */
    Optional<Drawn> drawn();

    /** Whether a request is being judged. */
    boolean busy();

    @Override
    void close();

    /** What to judge. */
    record Request(Entry entry, Variant variant, Selection selection) {}

    /** A request, and what came of it. */
    record Judged(Request request, Outcome outcome, long millis) {}
}
