/**
 * What a koan's threads did, drawn: the extension's own report, in the learner's clone.
 *
 * <p>Imported by the commands and the watch. Drawing is for one thread at a time; what was drawn never changes.
 */
@NullMarked
package io.github.acrossexecutors.runner.timeline;

import org.jspecify.annotations.NullMarked;
