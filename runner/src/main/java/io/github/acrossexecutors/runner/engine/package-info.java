/**
 * Compiles one stub, solution or mutant with its koan's test, and runs it in a child JVM.
 *
 * <p>Imported by the learner's commands and the gate; imports {@code path} and {@code link}, and names the main class of {@code host}. An {@link
 * io.github.acrossexecutors.runner.engine.Engine} belongs to one thread; what it returns are values.
 */
@NullMarked
package io.github.acrossexecutors.runner.engine;

import org.jspecify.annotations.NullMarked;
