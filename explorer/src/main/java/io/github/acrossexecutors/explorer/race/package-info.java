/**
 * Which accesses are ordered, by vector clocks, and which race.
 *
 * <p>Imports nothing of the explorer; {@code control} and {@code search} import it. Used by one thread at a time: the one
 * that has the turn.
 */
@NullMarked
package io.github.acrossexecutors.explorer.race;

import org.jspecify.annotations.NullMarked;
