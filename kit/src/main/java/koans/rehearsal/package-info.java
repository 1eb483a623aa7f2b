/**
 * A scenario that proves nothing, explored once before the first that does: see {@link koans.kit.EveryOrder#warmUp}. It lies
 * here because the explorer leaves the kit's own package as it is, and an exploration of nothing warms nothing.
 *
 * <p>The kit imports it, and nobody else.
 *
 * <p><b>Threads:</b> none of its own.
 */
@NullMarked
package koans.rehearsal;

import org.jspecify.annotations.NullMarked;
