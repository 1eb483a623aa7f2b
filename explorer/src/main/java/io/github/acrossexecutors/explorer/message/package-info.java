/**
 * What a person reads.
 *
 * <p>Imports {@code control}, {@code race} and {@code trace}; {@code search} and the root package import it. Its objects
 * belong to the thread that explores, and look at schedules that have ended.
 */
@NullMarked
package io.github.acrossexecutors.explorer.message;

import org.jspecify.annotations.NullMarked;
