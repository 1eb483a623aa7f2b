/**
 * Judges whether one piece of code is faster than another by at least a factor: met, not met, or inconclusive.
 *
 * <p>Needs the JDK and {@code timing}; knows no JUnit and never imports the root package, which is its only user. What
 * it asks of the world, time and CPU statistics, goes through {@code Machine}; everything that judges is a function of
 * what was measured. One thread drives a measurement; values may be shared between threads.
 */
@NullMarked
package io.github.acrossexecutors.verdict;

import org.jspecify.annotations.NullMarked;
