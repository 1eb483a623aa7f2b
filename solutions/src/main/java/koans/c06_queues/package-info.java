/**
 * Queues, solved. Imported by nobody: the engine compiles these classes one at a time, with their koan's test. Each class
 * says what it promises about threads.
 */
@NullMarked
package koans.c06_queues;

import org.jspecify.annotations.NullMarked;
