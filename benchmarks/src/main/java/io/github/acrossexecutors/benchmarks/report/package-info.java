/**
 * What a large report costs: to write its JSON test by test, and the page, the table and the summary at the end.
 *
 * <p>One thread; it imports the extension's report alone.
 */
@NullMarked
package io.github.acrossexecutors.benchmarks.report;

import org.jspecify.annotations.NullMarked;
