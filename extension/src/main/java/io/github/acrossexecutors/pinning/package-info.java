/**
 * Watches for pinned virtual threads: which were, in which round, why, and at which line.
 *
 * <p>Needs the JDK and {@code timing}; only the root package imports it. {@code jdk.jfr}, which a JVM may lack, is touched
 * by one class, and by that not before a first test runs on virtual threads. A watch is shared by all tests of a JVM and
 * safe; the rounds of one test are for the thread that runs them.
 */
@NullMarked
package io.github.acrossexecutors.pinning;

import org.jspecify.annotations.NullMarked;
