/**
 * What the project holds about its koans: where their files lie, the order of the path, the mutants, the committed hashes.
 *
 * <p>Imported by every other package of the runner except {@code link} and {@code host}; imports none of them. Everything here is an immutable value or a
 * pure function of the files it reads, so any thread may use it.
 */
@NullMarked
package io.github.acrossexecutors.runner.path;

import org.jspecify.annotations.NullMarked;
