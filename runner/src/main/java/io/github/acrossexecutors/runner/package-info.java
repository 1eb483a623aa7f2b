/**
 * The learner's command {@code learn}: it walks the path of the koans and stops at the first that is red.
 *
 * <p>Imported by nobody. One thread does the work; the one beside it, which shows that something happens, is {@code Working}'s.
 */
@NullMarked
package io.github.acrossexecutors.runner;

import org.jspecify.annotations.NullMarked;
