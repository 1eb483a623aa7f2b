/**
 * The proof of the explorer: every scenario of its corpus, again and again in fresh JVMs, idle, beside hogs and on one CPU; and
 * Lincheck beside it on the same scenarios.
 *
 * <p>{@code CorpusLaboratory} starts one JVM after another; each of them runs {@code ExplorerRun} or {@code LincheckRun}. Nothing
 * imports it.
 */
@NullMarked
package io.github.acrossexecutors.benchmarks.explorer;

import org.jspecify.annotations.NullMarked;
