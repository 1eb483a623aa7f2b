/**
 * Executes tasks: on which workers, from which gate, until which deadline, and what became of each.
 *
 * <p>Needs the JDK, {@code timing} and {@code diagnosis}; only the root package imports it. One invocation of a test
 * drives it from one thread, the <em>caller</em>, which under JUnit is JUnit's own: it waits on latches and semaphores
 * alone, because JUnit's fork-join pool would start further tests on a caller that waits in any way the pool can see.
 */
@NullMarked
package io.github.acrossexecutors.execution;

import org.jspecify.annotations.NullMarked;
