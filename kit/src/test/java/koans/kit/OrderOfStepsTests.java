package koans.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.explorer.Step;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An order of steps")
class OrderOfStepsTests {

    private static final String SUBJECT = "K9904Door";

    @Test
    @DisplayName(
            "leaves out what the learner knows: their class, the one object of its kind, what the test does for itself")
    void leavesOut() {
        String table = OrderOfSteps.of(
                        SUBJECT,
                        OrderOfStepsTests.class,
                        List.of(
                                step("first", "locks K9904Door#1", "K9904Door.java:7"),
                                step("second", "Semaphore#1.release()", "K9904DoorTest.java:9"),
                                step("second", "writes OrderOfStepsTests.read = 1", "K9904DoorTest.java:9"),
                                step("second", "locks K9904Door.class", "K9904Door.java:8"),
                                step("check", "reads K9904Door.count: 1", "K9904Door.java:9")))
                .table();

        assertThat(table).isEqualTo("""
                step  first        second               where
                1     locks K9904                       line 7
                2                  Semaphore.release()  the test's line 9
                3                  locks K9904.class    line 8""");
    }

    @Test
    @DisplayName("keeps the numbers of objects of which there are two")
    void keepsNumbers() {
        String table = OrderOfSteps.of(
                        SUBJECT,
                        OrderOfStepsTests.class,
                        List.of(
                                step("first", "locks Object#1", "K9904Door.java:7"),
                                step("second", "locks Object#2", "K9904Door.java:7")))
                .table();

        assertThat(table).contains("locks Object#1", "locks Object#2");
    }

    @Test
    @DisplayName("is cut in the middle when it is long: how it begins and how it ends is kept")
    void isCut() {
        List<Step> steps = Stream.concat(
                        IntStream.rangeClosed(1, 99).mapToObj(i -> step("first", "reads K9904Door.n: " + i, "")),
                        Stream.of(step("first", "writes K9904Door.n = 100", "")))
                .toList();

        assertThat(OrderOfSteps.of(SUBJECT, OrderOfStepsTests.class, steps)
                        .table()
                        .lines())
                .hasSizeLessThan(34)
                .anyMatch(line -> line.contains("reads n: 1"))
                .contains("... 72 steps left out ...")
                .anyMatch(line -> line.startsWith("100") && line.contains("writes n = 100"));
    }

    private static Step step(String actor, String text, String where) {
        return new Step(actor, text, where);
    }
}
