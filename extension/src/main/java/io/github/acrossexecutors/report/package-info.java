/**
 * Shows what was measured: the console's tables, the JVM's {@code report.json}, and the page, table and summary that are made of
 * such files.
 *
 * <p>Needs {@code timing}, {@code verdict} and the JDK; only the root package imports it. Writing and reading are for one thread at
 * a time; JVMs that show the same run wait for each other.
 */
@NullMarked
package io.github.acrossexecutors.report;

import org.jspecify.annotations.NullMarked;
