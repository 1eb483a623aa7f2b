/** Scenarios for the kit's own tests: those of the kit's packages are not rewritten, and could not be explored. */
@NullMarked
package koans.c99_orders;

import org.jspecify.annotations.NullMarked;
