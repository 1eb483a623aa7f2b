/**
 * Runs one schedule: one thread at a time, every wait simulated.
 *
 * <p>Imports {@code race} and {@code trace}; {@code hook} drives it from rewritten code, {@code search} from outside. All
 * state of a {@link io.github.acrossexecutors.explorer.control.Run} belongs to the thread that has the turn; it passes on
 * with the turn, by a semaphore.
 */
@NullMarked
package io.github.acrossexecutors.explorer.control;

import org.jspecify.annotations.NullMarked;
