/**
 * The laboratory: judges code whose speedup is known, in fresh JVMs, and counts false verdicts.
 *
 * <p>It uses the extension through its public doors, {@code Race} and JUnit's launcher. {@code Laboratory} starts one JVM
 * after another; each of them runs {@code OneTruth} on one thread.
 */
@NullMarked
package io.github.acrossexecutors.benchmarks.verdicts;

import org.jspecify.annotations.NullMarked;
