/**
 * Runs the solutions' tests again and again, beside processes that compute and on one CPU, and counts what was not green.
 *
 * <p>Nobody imports it. Its types are for one thread each.
 */
@NullMarked
package io.github.acrossexecutors.benchmarks.solutions;

import org.jspecify.annotations.NullMarked;
