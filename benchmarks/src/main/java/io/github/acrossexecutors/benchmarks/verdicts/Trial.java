package io.github.acrossexecutors.benchmarks.verdicts;

import java.time.Duration;

/** How a truth is judged. */
@FunctionalInterface
interface Trial {

    /** Judge it in this JVM, on the calling thread, within the budget. */
    Seen judge(Duration budget);
}
