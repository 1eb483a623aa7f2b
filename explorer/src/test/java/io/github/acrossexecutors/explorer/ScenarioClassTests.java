package io.github.acrossexecutors.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScenarioClassTests {

    @Test
    void refusesALambdaAndSaysWhatToWriteInstead() {
        Runnable lambda = () -> {};
        refused(lambda.getClass(), "lambda", "top-level or static nested class");
    }

    @Test
    void refusesAnAnonymousClass() {
        Object anonymous = new Object() {};
        refused(anonymous.getClass(), "anonymous", "static nested class");
    }

    @Test
    void refusesAnInnerClass() {
        refused(InnerTestCase.class, "inner class", "static");
    }

    @Test
    void refusesAnInterfaceAndAnAbstractClass() {
        refused(Runnable.class, "cannot be instantiated");
        refused(Number.class, "cannot be instantiated");
    }

    @Test
    void refusesAClassWithoutAConstructorWithoutParameters() {
        refused(NoConstructorTestCase.class, "no constructor without parameters");
    }

    @Test
    void refusesOneActorAndFour() {
        refused(OneActorTestCase.class, "has 1 @Actor method");
        refused(FourActorsTestCase.class, "has 4 @Actor method");
    }

    @Test
    void refusesAnActorWithParameters() {
        refused(ParameterTestCase.class, "@Actor ParameterTestCase.anna", "parameters");
    }

    @Test
    void refusesAMethodThatIsActorAndCheck() {
        refused(BothTestCase.class, "both @Actor and @Check");
    }

    @Test
    void keepsTheOrderOfTheClassFile() {
        assertThat(ScenarioClass.of(OrderTestCase.class).actors()).containsExactly("zoe", "adam", "mia");
    }

    @Test
    void findsInheritedActorsAndChecksThoseOfTheSuperclassFirst() {
        ScenarioClass found = ScenarioClass.of(InheritingTestCase.class);

        assertThat(found.actors()).containsExactly("anna", "ben");
        assertThat(found.checks()).containsExactly("bothCounted");
        InterleavingAssertions.assertThat(Interleavings.explore(InheritingTestCase.class))
                .breaksWith(Kind.WRONG_RESULT);
    }

    @Test
    void takesAnOverriddenMethodForWhatTheOverridingOneIs() {
        refused(OverridingTestCase.class, "has 1 @Actor method");
    }

    @Test
    void refusesAnActorInAnInterface() {
        refused(DefaultTestCase.class, "@Actor Playing.plays stands in an interface");
    }

    @Test
    void refusesAClassThatItWouldNotRewrite() {
        refused(org.assertj.core.api.SoftAssertions.class, "leaves as it is, org.assertj.core.api", "Move it");
    }

    @Test
    void refusesBoundsOutOfRange() {
        Interleavings any = Interleavings.of(OrderTestCase.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> any.preemptions(-1))
                .withMessageContaining("preemptions(-1): 0 to 100");
        assertThatIllegalArgumentException().isThrownBy(() -> any.schedules(0)).withMessageContaining("1 to");
        assertThatIllegalArgumentException().isThrownBy(() -> any.steps(9)).withMessageContaining("10 to");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> any.within(Duration.ZERO))
                .withMessageContaining("more than zero");
    }

    @Test
    void refusesWhatIsNoSchedulesNumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interleavings.of(OrderTestCase.class).replay("17"))
                .withMessageContaining("\"17\" is no schedule's number");
    }

    @Test
    void reportsItsFigures() {
        Map<String, String> entries = new HashMap<>();
        Interleavings.of(OrderTestCase.class).reportTo(entries::putAll).explore();
        assertThat(entries)
                .containsEntry("scenario", "ScenarioClassTests.OrderTestCase")
                .containsEntry("outcome", "passed, exhausted")
                .containsKeys("schedules", "elapsedMillis");
    }

    private static void refused(Class<?> type, String... parts) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interleavings.explore(type))
                .withMessageContainingAll(parts);
    }

    @SuppressWarnings("ClassCanBeStatic") // that is the mistake
    final class InnerTestCase {}

    static final class NoConstructorTestCase {

        NoConstructorTestCase(int ignored) {}
    }

    static final class OneActorTestCase {

        @Actor
        void anna() {}
    }

    static final class FourActorsTestCase {

        @Actor
        void anna() {}

        @Actor
        void ben() {}

        @Actor
        void cleo() {}

        @Actor
        void dan() {}
    }

    static final class ParameterTestCase {

        @Actor
        void anna(int number) {}

        @Actor
        void ben() {}
    }

    static final class BothTestCase {

        @Actor
        @Check
        void anna() {}

        @Actor
        void ben() {}
    }

    static final class OrderTestCase {

        @Actor
        void zoe() {}

        @Actor
        void adam() {}

        @Actor
        void mia() {}
    }

    abstract static class CountingScenario {

        int value;

        @Actor
        void anna() {
            value++;
        }

        @Check
        void bothCounted() {
            if (value != 2) {
                throw new AssertionError("counted " + value);
            }
        }
    }

    static final class InheritingTestCase extends CountingScenario {

        @Actor
        void ben() {
            value++;
        }
    }

    static final class OverridingTestCase extends CountingScenario {

        @Override
        void anna() {}

        @Actor
        void ben() {}
    }

    interface Playing {

        @Actor
        default void plays() {}
    }

    static final class DefaultTestCase implements Playing {

        @Actor
        void anna() {}

        @Actor
        void ben() {}
    }
}
