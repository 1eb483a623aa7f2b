/** Placeholder. */
@org.jspecify.annotations.NullMarked
package koans.kit;
