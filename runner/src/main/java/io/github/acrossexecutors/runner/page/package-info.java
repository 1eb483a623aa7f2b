/**
 * What a learner reads, as lines of words and styles: the same on a terminal and in a pipe.
 *
 * <p>Imported by the commands, the watch and the timeline. A page is built by one thread; lines never change.
 */
@NullMarked
package io.github.acrossexecutors.runner.page;

import org.jspecify.annotations.NullMarked;
