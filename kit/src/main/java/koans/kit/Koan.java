package koans.kit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks the test of a koan: {@code K0104JoinAndCollectTest} judges {@code K0104JoinAndCollect} by the text {@code
 * K0104}.
 *
 * <pre>{@code
 * @Koan
 * class K0104JoinAndCollectTest {
 *
 *     @Guarantee(2)
 *     void theFourFetchesOverlap(Seen seen, SlowSite site) { ... }
 * }
 * }</pre>
 *
 * <ul>
 *   <li>Methods run in the order of their guarantees and are named by them.
 *   <li>A method may ask for a {@link Seen}, the {@link Rules} of the learner's class and a {@link SlowSite} of its own.
 *   <li>A method has 5 s (system property {@code koans.deadline.seconds}); then it fails, naming the line that hangs.
 *   <li>A method whose threads died of an exception fails with that exception, even where its assertions hold.
 *   <li>Processes that a method started, and that are alive at its end, are ended by force.
 * </ul>
 *
 * <p><b>Threads:</b> each method runs on a daemon thread of its own, in a thread group of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(KoanExtension.class)
@TestMethodOrder(GuaranteeOrder.class)
@DisplayNameGeneration(KoanNames.class)
public @interface Koan {}
