/**
 * Processes, solved. Imported by nobody: the engine compiles these classes one at a time, with their koan's test.
 * All methods may be called by any thread.
 */
@NullMarked
package koans.c15_processes;

import org.jspecify.annotations.NullMarked;
