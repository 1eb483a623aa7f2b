/**
 * What was measured: spans, rounds, and the timings of a test under one execution model.
 *
 * <p>Values only; they import no other package of the project and may be shared between threads.
 */
@NullMarked
package io.github.acrossexecutors.timing;

import org.jspecify.annotations.NullMarked;
