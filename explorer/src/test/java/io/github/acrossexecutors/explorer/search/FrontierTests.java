package io.github.acrossexecutors.explorer.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.explorer.control.Policy.Giving;
import io.github.acrossexecutors.explorer.control.Policy.Turn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FrontierTests {

    private static final long BOTH = 0b110;
    private static final int ANNA = 1;
    private static final int BEN = 2;

    private final Frontier frontier = new Frontier(1);

    private static Turn step(int arrival, long state) {
        return new Turn(arrival, BOTH, ANNA, Giving.STEP, state);
    }

    private List<String> rest() {
        List<String> numbers = new ArrayList<>();
        for (@Nullable Deviations next = frontier.poll(); next != null; next = frontier.poll()) {
            numbers.add(next.number());
        }
        return numbers;
    }

    @Test
    void beginsWithTheScheduleInWhichNobodyInterferes() {
        assertThat(rest()).containsExactly("0x0.0");
    }

    @Test
    void departsToEachOtherWhoCouldGoOn() {
        frontier.poll();
        frontier.add(Deviations.NONE, List.of(new Turn(1, 0b1110, ANNA, Giving.STEP, 7)));

        assertThat(rest()).hasSize(2).allMatch(number -> number.endsWith(".1"));
    }

    @Test
    void takesFewestPreemptionsFirst() {
        frontier.poll();
        frontier.add(Deviations.NONE, List.of(step(1, 7), new Turn(2, 0b1100, ANNA, Giving.WAIT, 8)));

        assertThat(rest()).hasSize(2).first().asString().endsWith(".0");
    }

    @Test
    void followsTheSameWayFromTheSameStateOnce() {
        frontier.poll();
        frontier.add(Deviations.NONE, List.of(step(1, 7), step(5, 7)));

        assertThat(rest()).hasSize(1);
    }

    @Test
    void followsAnotherWayFromTheSameState() {
        frontier.poll();
        frontier.add(Deviations.NONE, List.of(step(1, 7), step(5, 8)));

        assertThat(rest()).hasSize(2);
    }

    @Test
    void followsTheSameWayAgainAtALowerPrice() {
        frontier.poll();
        frontier.add(Deviations.NONE.and(1, BEN, 1), List.of(new Turn(2, 0b1100, ANNA, Giving.WAIT, 7)));
        frontier.add(Deviations.NONE, List.of(new Turn(2, 0b1100, ANNA, Giving.WAIT, 7)));

        assertThat(rest()).hasSize(2);
    }

    @Test
    void leavesOutWhatCostsTooMuchAndSaysSo() {
        frontier.poll();
        assertThat(frontier.leftOut()).isFalse();

        frontier.add(Deviations.NONE.and(1, BEN, 1), List.of(step(2, 7)));

        assertThat(rest()).isEmpty();
        assertThat(frontier.leftOut()).isTrue();
    }
}
