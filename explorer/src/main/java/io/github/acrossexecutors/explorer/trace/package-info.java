/**
 * What happened in one schedule, step by step.
 *
 * <p>The bottom: imports nothing of the explorer, and all its packages may import it. A trace is written by whichever
 * thread has the turn and read when the schedule has ended.
 */
@NullMarked
package io.github.acrossexecutors.explorer.trace;

import org.jspecify.annotations.NullMarked;
