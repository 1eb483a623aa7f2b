/**
 * Rewrites classes while they are loaded: the subject's, and copies of those classes of {@code java.util.concurrent} that
 * wait.
 *
 * <p>Imports {@code hook}, by name in what it writes, and {@code trace}; {@code search} imports it. Class loaders may be
 * used by several threads.
 */
@NullMarked
package io.github.acrossexecutors.explorer.weave;

import org.jspecify.annotations.NullMarked;
