/**
 * The learner's command {@code learn}: one class for each of its subcommands.
 *
 * <p>Imported by nobody. One thread does the work; the one beside it, which shows that something happens, is {@code Working}'s.
 */
@NullMarked
package io.github.acrossexecutors.runner;

import org.jspecify.annotations.NullMarked;
