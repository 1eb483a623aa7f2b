/**
 * What {@code ProcessPool} costs, in rows that {@code benchmarks/process_pool.py} measures for Python's pools, too.
 *
 * <p>Run by {@code benchmarks/process-pool.sh}; one thread.
 */
@NullMarked
package io.github.acrossexecutors.benchmarks.process;

import org.jspecify.annotations.NullMarked;
