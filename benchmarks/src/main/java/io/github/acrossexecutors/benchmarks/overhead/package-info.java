/**
 * What one empty task costs under the extension, in the coin of {@code invokeAll} and of {@code RepeatedTest}.
 *
 * <p>The extension is measured through its public door, JUnit's launcher. JMH runs one thread.
 */
@NullMarked
package io.github.acrossexecutors.benchmarks.overhead;

import org.jspecify.annotations.NullMarked;
