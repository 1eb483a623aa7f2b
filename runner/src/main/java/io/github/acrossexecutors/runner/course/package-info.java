/**
 * A learner's clone: the path, the texts, what was passed, and how a stub comes back as it was.
 *
 * <p>Imported by the commands, the pages, the timeline and the watch. {@code Progress} may be used by any thread; everything else is used by one at a time.
 */
@NullMarked
package io.github.acrossexecutors.runner.course;

import org.jspecify.annotations.NullMarked;
