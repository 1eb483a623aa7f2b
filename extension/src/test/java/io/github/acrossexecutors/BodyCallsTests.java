package io.github.acrossexecutors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;

@DisplayName("The calls of one body")
class BodyCallsTests {

    /** Counts how JUnit's invocation is used. */
    private static final class CountingInvocation implements Invocation<@Nullable Void> {
        private int proceeded;
        private int skipped;

        @Override
        public @Nullable Void proceed() {
            proceeded++;
            return null;
        }

        @Override
        public void skip() {
            skipped++;
        }
    }

    private final CountingInvocation invocation = new CountingInvocation();
    private int copies;
    private final BodyCalls calls = BodyCalls.of(invocation, () -> () -> copies++);

    private static BodyTask task(int index, int round) {
        return new BodyTask(index, round, false, "FIXED_POOL", Optional.empty());
    }

    @Test
    @DisplayName(
            "pass the invocation on for the task whose arguments JUnit has resolved, and for no other that comes first")
    void passOnTaskZero() throws Throwable {
        calls.callAgain(task(1, 1));
        assertThat(invocation.proceeded).isZero();

        calls.proceed();
        calls.callAgain(task(0, 2));

        assertThat(invocation.proceeded).isOne();
        assertThat(copies).isEqualTo(2);
    }

    @Test
    @DisplayName("skip the invocation at the end, if task 0 never came, and do so once")
    void skipAtTheEnd() throws Throwable {
        calls.callAgain(task(1, 1));
        calls.skipUnlessCalled();
        calls.skipUnlessCalled();
        calls.proceed();

        assertThat(invocation.skipped).isOne();
        assertThat(invocation.proceeded).isZero();
    }
}
