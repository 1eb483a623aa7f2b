package koans.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.acrossexecutors.explorer.Interleavings;
import koans.api.NotYetWritten;
import koans.c99_orders.K9904DoorTest;
import koans.rehearsal.Rehearsal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Every order of two threads' steps")
class EveryOrderTests {

    private final KoanText text = KoanText.load("K9904");
    private final Seen seen = new Seen(text, text.guarantee(1));

    @Test
    @DisplayName("is run, and all may be well")
    void allWell() {
        assertThatCode(() -> EveryOrder.of(K9904DoorTest.RIGHT)
                        .raced(seen, "unseen")
                        .stuck(seen, "stuck")
                        .otherwise(seen, "lost"))
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("is told, where one ends wrong: guarantee, number, a column for each thread, the lines of the file")
    void endsWrong() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> EveryOrder.of(K9904DoorTest.LOSES_ONE)
                        .raced(seen, "unseen")
                        .otherwise(seen, "lost"))
                .withMessage("""
                        1. Both are counted.
                        Two came in, and 1 counted.

                        step  first            second           where
                        1     reads seen: 0                     line 23
                        2                      reads seen: 0    line 23
                        3                      writes seen = 1  line 23
                        4     writes seen = 1                   line 23

                        Orders run until this one was found: 4.""")
                .withNoCause();
    }

    @Test
    @DisplayName("is told, where nothing orders two uses of one field, though each order ended well")
    void raced() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> EveryOrder.of(K9904DoorTest.UNSEEN)
                        .raced(seen, "unseen")
                        .otherwise(seen, "lost"))
                .withMessageStartingWith("1. Both are counted.\nNobody is bound to see it: plain is raced for: ")
                .withMessageContaining("first writes it at line 14 and second reads it at line 18");
    }

    @Test
    @DisplayName("is told, where threads wait in a circle")
    void stuck() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() ->
                        EveryOrder.of(K9904DoorTest.CIRCLE).stuck(seen, "stuck").otherwise(seen, "lost"))
                .withMessageStartingWith("1. Both are counted.\nThey are stuck for ever: ")
                .withMessageContaining("first waits for Object, held by second (line 40)")
                .withMessageContaining("second waits for K9904, held by first (line 48)");
    }

    @Test
    @DisplayName("is told in plain words, where the koan has no sentence for what went wrong")
    void withoutASentence() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> EveryOrder.of(K9904DoorTest.CIRCLE).otherwise(seen, "lost"))
                .withMessageStartingWith(
                        "1. Both are counted.\nIt went wrong in one order of the steps: stuck for ever: ");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> EveryOrder.of(K9904DoorTest.THROWING).otherwise(seen, "lost"))
                .withMessageContaining("first threw java.lang.IllegalStateException: full")
                .withCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("never counts as right where not all could be run")
    void notAll() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> EveryOrder.of(K9904DoorTest.ENDLESS).otherwise(seen, "lost"))
                .withMessageStartingWith("1. Both are counted.\nNo order went wrong of the ")
                .withMessageContaining("and not all could be run");
    }

    @Test
    @DisplayName("never counts as right where something cannot be steered")
    void notControlled() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> EveryOrder.of(K9904DoorTest.STRAY).otherwise(seen, "lost"))
                .withMessageStartingWith("1. Both are counted.\nYour code could not be judged: ");
    }

    @Test
    @DisplayName("ends at code that is not written yet, as it was thrown")
    void notYetWritten() {
        assertThatExceptionOfType(NotYetWritten.class)
                .isThrownBy(() -> EveryOrder.of(K9904DoorTest.UNWRITTEN))
                .withMessage("Not yet written: open the door");
    }

    @Test
    @DisplayName("is rehearsed before a koan's test if that has scenarios")
    void rehearsed() {
        assertThat(EveryOrder.isUsedBy(K9904DoorTest.class)).isTrue();
        assertThat(EveryOrder.isUsedBy(EveryOrderTests.class)).isFalse();
        assertThat(Interleavings.explore(Rehearsal.class).passed()).isTrue();
    }

    @Test
    @DisplayName("refuses a key that the text lacks, even where all is well")
    void unknownKey() {
        EveryOrder right = EveryOrder.of(K9904DoorTest.RIGHT);

        assertThatExceptionOfType(KoanTextException.class).isThrownBy(() -> right.raced(seen, "torn"));
        assertThatExceptionOfType(KoanTextException.class).isThrownBy(() -> right.otherwise(seen, "torn"));
    }
}
