package koans.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import koans.kit.Rules.Ruling;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A rule of technique")
class RulesTests {

    private static final Rules RULES = Rules.of(RulesSubject.class);
    private static final Rules NONE = Rules.of(RulesBystander.class);

    private final KoanText text = KoanText.load("K9902");
    private final Seen seen = new Seen(text, text.guarantee(1));

    @ParameterizedTest
    @DisplayName("finds a method wherever it stands: called, referred to, in a lambda, a nested, local or second class")
    @ValueSource(strings = {"getBytes", "strip", "isBlank", "intern", "repeat", "trim", "lines"})
    void everywhere(String method) {
        String said = failure(RULES.mustNotCall(String.class, method));

        assertThat(said).matches("1\\. Technique\\.\nFound: String\\." + method + " \\(RulesSubject\\.java:\\d+\\)\\.");
        assertThatCode(() -> RULES.mustCall(String.class, method).otherwise(seen, "missing"))
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("counts a subtype as its supertype")
    void subtypes() {
        assertThat(failure(RULES.mustNotCall(Thread.class, "start"))).contains("Worker.start (RulesSubject.java:");
        assertThat(failure(RULES.mustNotUse(Executor.class)))
                .contains("ExecutorService.execute (RulesSubject.java:")
                .contains("ExecutorService.close (RulesSubject.java:");
    }

    @Test
    @DisplayName("finds a type that is made, and one that is only held")
    void types() {
        assertThat(failure(RULES.mustNotUse(StringJoiner.class))).contains("new StringJoiner (RulesSubject.java:");
        assertThat(failure(RULES.mustNotUse(TimeUnit.class))).contains("Found: TimeUnit.");
        assertThatCode(() -> RULES.mustUse(Executors.class).otherwise(seen, "missing"))
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("does not blame a class for what its neighbours do")
    void neighbours() {
        assertThatCode(() -> {
                    NONE.mustNotUse(Executor.class, Executors.class, Thread.class)
                            .otherwise(seen, "found");
                    NONE.mustNotCall(String.class, "trim", "repeat").otherwise(seen, "found");
                })
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("does not take a method of the same name for the one that is meant")
    void sameName() {
        assertThatCode(() -> RULES.mustNotCall(List.class, "trim").otherwise(seen, "found"))
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("says what is missing where something is demanded")
    void demanded() {
        assertThat(catchThrowable(() -> NONE.mustCall(Thread.class, "start").otherwise(seen, "missing")))
                .isInstanceOf(AssertionError.class)
                .hasMessage("1. Technique.\nIt is missing.");
        assertThat(catchThrowable(() -> NONE.mustUse(Thread.class).otherwise(seen, "missing")))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    @DisplayName("checks its sentence even where it is kept")
    void sentence() {
        assertThatExceptionOfType(KoanTextException.class)
                .isThrownBy(() -> NONE.mustNotUse(Thread.class).otherwise(seen, "nothingOfTheSort"));
        assertThatExceptionOfType(KoanTextException.class)
                .isThrownBy(() -> NONE.mustNotUse(Thread.class).otherwise(seen, "missing"));
    }

    private String failure(Ruling ruling) {
        Throwable error = catchThrowable(() -> ruling.otherwise(seen, "found"));
        assertThat(error).isInstanceOf(AssertionError.class);
        return String.valueOf(error.getMessage());
    }
}
