/**
 * The learner's terminal: shows one koan, judges it whenever it is saved, and takes keys.
 *
 * <p>Imported by the commands. What is shown and which key does what is decided by one thread; {@code EngineJudge} judges on a second one, so that a koan
 * that hangs never holds up a key. Nothing but {@code JLineTerminal} knows JLine.
 */
@NullMarked
package io.github.acrossexecutors.runner.watch;

import org.jspecify.annotations.NullMarked;
