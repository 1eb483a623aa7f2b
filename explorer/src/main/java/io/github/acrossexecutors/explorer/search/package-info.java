/**
 * Which schedules are run, in which order, and what is made of them.
 *
 * <p>Imports {@code control}, {@code race}, {@code trace}, {@code weave} and {@code message}; the root package alone imports
 * it. A search belongs to the thread that runs it.
 */
@NullMarked
package io.github.acrossexecutors.explorer.search;

import org.jspecify.annotations.NullMarked;
