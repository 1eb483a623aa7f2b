/** What the benchmarks share: how their scripts find the Java that Maven chose. Nothing imports it. */
@NullMarked
package io.github.acrossexecutors.benchmarks;

import org.jspecify.annotations.NullMarked;
