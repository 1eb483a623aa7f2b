/**
 * How long a learner waits: from a save to the verdict on the screen.
 *
 * <p>It uses the learner's watch through its public doors, as a terminal that is none. One thread watches, one saves; {@code Desk} is between them.
 */
@NullMarked
package io.github.acrossexecutors.benchmarks.feedback;

import org.jspecify.annotations.NullMarked;
