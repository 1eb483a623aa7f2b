/**
 * Runs two or three actors under many interleavings and shows the one that breaks them: the user's door.
 *
 * <p>{@link io.github.acrossexecutors.explorer.Interleavings} explores a scenario, {@link
 * io.github.acrossexecutors.explorer.Exploration} says what became of it. No lower package imports this one. An
 * exploration is driven by the thread that asks for it and makes its own daemon threads, which end with it; explorations
 * in several threads at once do not disturb each other.
 */
@NullMarked
package io.github.acrossexecutors.explorer;

import org.jspecify.annotations.NullMarked;
