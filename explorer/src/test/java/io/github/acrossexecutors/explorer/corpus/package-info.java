/**
 * Concurrent code whose correctness is known: what the explorer is measured by, here and in the benchmarks.
 *
 * <p>{@code Corpus} lists it. A classic mistake has a file of its own with two scenarios, {@code Bug} and {@code Correct}; they
 * differ in nothing but the mistake. Each scenario's own threads are its actors'.
 */
@NullMarked
package io.github.acrossexecutors.explorer.corpus;

import org.jspecify.annotations.NullMarked;
