/**
 * What a koan's test stands on: {@link koans.kit.Koan} and {@link koans.kit.Guarantee} mark it, {@link koans.kit.Seen}
 * words its failures from the koan's {@link koans.kit.KoanText}, {@link koans.kit.EveryOrder} runs threads in every order of
 * their steps, {@link koans.kit.SlowSite} serves slow pages, {@link koans.kit.Rules} judges technique and
 * {@link koans.kit.Timeline} keeps what threads were seen doing.
 *
 * <p>Tests of koans and the runner import it; stubs and solutions use {@code koans.api} alone. It never imports the
 * runner.
 *
 * <p><b>Threads:</b> a test method runs on a thread of its own and may share what it was given with any thread it
 * starts; what differs is said at each type.
 */
@NullMarked
package koans.kit;

import org.jspecify.annotations.NullMarked;
