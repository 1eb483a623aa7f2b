/**
 * Shows what was measured: the console's tables and the JVM's {@code report.json}.
 *
 * <p>Needs {@code timing} and the JDK; only the root package imports it.
 */
@NullMarked
package io.github.acrossexecutors.report;

import org.jspecify.annotations.NullMarked;
