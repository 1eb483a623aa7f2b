/**
 * What a koan's stub may name besides the JDK: {@link koans.api.NotYetWritten}, {@link koans.api.Seam} and {@link
 * koans.api.Site}.
 *
 * <p>Stubs, solutions, tests and the kit import it; it imports the JDK alone.
 *
 * <p><b>Threads:</b> everything here may be used by any thread, platform or virtual, at the same time.
 */
@NullMarked
package koans.api;

import org.jspecify.annotations.NullMarked;
