/**
 * What the laboratories share: child JVMs, processes that burn CPU time beside them, test classes that JUnit executes, the
 * complaint about a command line.
 *
 * <p>The laboratories import it; it imports none of them. Its types are for one thread each.
 */
@NullMarked
package io.github.acrossexecutors.benchmarks.lab;

import org.jspecify.annotations.NullMarked;
