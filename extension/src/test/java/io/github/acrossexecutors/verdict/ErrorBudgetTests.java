package io.github.acrossexecutors.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The error that one run may make")
class ErrorBudgetTests {

    @Test
    @DisplayName("is never spent by more than all of it, however many expectations come one after another")
    void turnsAddUpToOne() {
        double spent = IntStream.rangeClosed(1, 100_000)
                .mapToDouble(turn -> ErrorBudget.ofTurn(turn).share())
                .sum();

        assertThat(spent).isLessThan(1).isCloseTo(1, within(1e-4));
    }

    @Test
    @DisplayName("asks of the first expectation one pair more than if it were the only one, and of the tenth eight")
    void whatTurnsCost() {
        assertThat(ErrorBudget.among(1).leastPairsForMet()).isEqualTo(9);
        assertThat(ErrorBudget.ofTurn(1).leastPairsForMet()).isEqualTo(10);
        assertThat(ErrorBudget.ofTurn(1).leastPairsForNotMet()).isEqualTo(13);
        assertThat(ErrorBudget.ofTurn(10).leastPairsForMet()).isEqualTo(17);
    }

    @Test
    @DisplayName("is shared by at least one, and turns begin with the first")
    void refusesNonsense() {
        assertThatThrownBy(() -> ErrorBudget.ofTurn(0)).hasMessageContaining("turn: 0");
        assertThatThrownBy(() -> new ErrorBudget(1.5)).hasMessageContaining("1.5");
        assertThatThrownBy(() -> new ErrorBudget(0)).hasMessageContaining("0.0");
    }
}
