/**
 * What the runner and its child JVM say to each other: values, and how one becomes a line of JSON.
 *
 * <p>Imported by {@code engine}, {@code host} and those who tell what came of a run; imports nothing of the runner. Every value is immutable and may be used by any thread.
 */
@NullMarked
package io.github.acrossexecutors.runner.link;

import org.jspecify.annotations.NullMarked;
