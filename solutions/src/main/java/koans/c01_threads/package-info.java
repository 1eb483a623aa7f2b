/** Placeholder. */
@org.jspecify.annotations.NullMarked
package koans.c01_threads;
