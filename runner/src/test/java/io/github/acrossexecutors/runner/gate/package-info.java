/**
 * The gate: proves every koan's stub, solution, mutants and text, as nodes of {@code mvn verify}.
 *
 * <p>Imported by nobody. One thread walks the nodes.
 */
@NullMarked
package io.github.acrossexecutors.runner.gate;

import org.jspecify.annotations.NullMarked;
