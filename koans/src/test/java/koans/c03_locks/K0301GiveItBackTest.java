package koans.c03_locks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import koans.api.NotYetWritten;
import koans.kit.Attempt;
import koans.kit.Attempt.Standing;
import koans.kit.Guarantee;
import koans.kit.Koan;
import koans.kit.LockWatch;
import koans.kit.Seen;

@Koan
class K0301GiveItBackTest {

    private static final String LOCK = "the lock";

    private final LockWatch watch = new LockWatch();
    private final Lock lock = watch.lock(LOCK);
    private final K0301GiveItBack guard = new K0301GiveItBack(lock);
    private final AtomicInteger runs = new AtomicInteger();

    @Guarantee(1)
    void theWorkRunsOnceUnderTheLock(Seen seen) throws Exception {
        List<String> held = new ArrayList<>();

        guard.guarded(() -> held.addAll(watch.mine()) || runs.incrementAndGet() > 0);
        guard.guarded(runs::incrementAndGet);

        assertThat(held).withFailMessage(seen.as("held", held)).containsExactly(LOCK);
        assertThat(runs).withFailMessage(seen.as("times", runs)).hasValue(1);
    }

    @Guarantee(1)
    void workWaitsForThisLockAlone(Seen seen) throws InterruptedException {
        K0301GiveItBack other = new K0301GiveItBack(watch.lock("another lock"));
        lock.lock();
        Attempt<String> same = Attempt.at("same lock", () -> guard.guarded(() -> "done"));
        Standing whileTaken = same.stands();
        boolean beside = Attempt.at("another lock", () -> other.guarded(() -> "done")).ends();
        lock.unlock();
        assertThat(whileTaken).withFailMessage(seen.as("barged")).isNotEqualTo(Standing.DONE);
        assertThat(beside).withFailMessage(seen.as("others")).isTrue();
        assertThat(same.ends()).isTrue();
    }

    @Guarantee(2)
    void whatTheWorkReturnsIsReturned(Seen seen) throws Exception {
        String answer = guard.guarded(() -> "soup");

        assertThat(answer).withFailMessage(seen.as("answer", "soup", answer)).isEqualTo("soup");
    }

    @Guarantee(2)
    void whatTheWorkThrowsComesOutAsItIs(Seen seen) {
        for (Throwable failure : failures()) {
            List<Object> answers = new ArrayList<>();

            Throwable thrown = thrownBy(() -> answers.add(guard.guarded(throwing(failure))));

            assertThat(thrown)
                    .withFailMessage(seen.as("silent", failure, answers))
                    .isNotNull();
            assertThat(thrown)
                    .withFailMessage(seen.as("wrapped", failure, thrown))
                    .isSameAs(failure);
        }
    }

    @Guarantee(3)
    void theLockIsFreeAfterAnAnswer(Seen seen) throws Exception {
        guard.guarded(() -> "soup");

        assertThat(watch.taken()).withFailMessage(seen.as("kept")).isEmpty();
    }

    @Guarantee(3)
    void theLockIsFreeAfterAFailure(Seen seen) {
        for (Throwable failure : failures()) {
            thrownBy(() -> guard.guarded(throwing(failure)));

            assertThat(watch.taken())
                    .withFailMessage(seen.as("leaked", failure))
                    .isEmpty();
        }
    }

    @Guarantee(4)
    void whoHoldsTheLockGetsInAgainAndHoldsItStill(Seen seen) throws Exception {
        lock.lock();
        String answer = guard.guarded(() -> guard.guarded(() -> "in"));

        assertThat(answer).withFailMessage(seen.as("shut")).isEqualTo("in");
        assertThat(watch.mine())
                .withFailMessage(seen.as("lost", watch.mine()))
                .containsExactly(LOCK);
        lock.unlock();
        assertThat(watch.taken())
                .withFailMessage(seen.as("lost", "it once too often"))
                .isEmpty();
    }

    @Guarantee(5)
    void aLockThatCannotBeTakenIsNotGivenBack(Seen seen) {
        Error noMore = new Error("Maximum lock count exceeded");
        Lock refusing = (Lock)
                Proxy.newProxyInstance(Lock.class.getClassLoader(), new Class<?>[] {Lock.class}, (lock, method, args) -> {
                    throw method.getName().equals("unlock") ? new IllegalMonitorStateException() : noMore;
                });

        Throwable thrown = thrownBy(() -> new K0301GiveItBack(refusing).guarded(runs::incrementAndGet));

        assertThat(runs).withFailMessage(seen.as("ranAnyway", runs)).hasValue(0);
        assertThat(thrown)
                .withFailMessage(seen.as("masked", noMore, thrown))
                .isSameAs(noMore);
    }

    private static List<Throwable> failures() {
        return List.of(
                new IOException("the page was gone"),
                new IllegalStateException("the work went wrong"),
                new AssertionError("the work ended in an error"));
    }

    private static Callable<String> throwing(Throwable failure) {
        return () -> {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (Exception) failure;
        };
    }

    private static Throwable thrownBy(Callable<?> call) {
        Throwable thrown = catchThrowable(call::call);
        if (thrown instanceof NotYetWritten notYet) {
            throw notYet;
        }
        return thrown;
    }
}
