/**
 * An executor service over child JVMs: tasks that crash, leak or fight for a lock stay in a process of their own.
 *
 * <p>A door of its own, for whoever wants processes without tests: start at {@link
 * io.github.acrossexecutors.process.ProcessPool}. Needs the JDK alone; the root package may import it, and it imports no
 * other package of this library, because every class it names is loaded in each worker, too.
 *
 * <p>Everything public is safe for use by many threads. What a pool starts in this JVM are daemon threads named after it.
 */
@NullMarked
package io.github.acrossexecutors.process;

import org.jspecify.annotations.NullMarked;
