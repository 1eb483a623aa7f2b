package io.github.acrossexecutors.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** What becomes of the errors of submitted subtasks that nobody asks for, under every model. */
@EveryModel
@SuppressWarnings("FutureReturnValueIgnored") // which is what it is about
class UnaskedSubtaskTests {

    private final TestedModel model;
    private Workers workers = new CallerWorkers("none");
    private InjectedRunner runner = new InjectedRunner(workers, Deadlines.AMPLE, new BodyThreads());

    UnaskedSubtaskTests(TestedModel model) {
        this.model = model;
    }

    @BeforeEach
    void start() {
        workers = model.start();
        runner = new InjectedRunner(workers, Deadlines.AMPLE, new BodyThreads());
    }

    @AfterEach
    void stop() throws InterruptedException {
        workers.stop(Deadlines.AMPLE);
    }

    private interface Body {
        void execute(ExecutorService executor) throws Exception;
    }

    private List<TaskFailure> failuresOf(Body body) throws InterruptedException {
        return runner.run(1, false, task -> body.execute(runner.executor())).failures();
    }

    private static Callable<String> failing(String message) {
        return () -> {
            throw new IllegalStateException(message);
        };
    }

    @Test
    void failTheRoundWithTheirSubtaskAndWorker() throws InterruptedException {
        List<TaskFailure> failures = failuresOf(executor -> {
            executor.submit(() -> "well").get();
            executor.submit(failing("one"));
            executor.submit((Runnable) () -> {
                throw new IllegalStateException("two");
            });
        });

        assertThat(failures).extracting(TaskFailure::task).containsExactly("subtask 1", "subtask 2");
        assertThat(failures)
                .extracting(failure -> failure.thrown().getMessage())
                .containsExactly("one", "two");
        assertThat(failures).extracting(TaskFailure::worker).doesNotContain("no worker", "a worker that hangs");
    }

    @Test
    void areForgottenWithTheNextRound() throws InterruptedException {
        assertThat(failuresOf(executor -> executor.submit(failing("one")))).hasSize(1);

        assertThat(failuresOf(executor -> {})).isEmpty();
    }

    @Test
    void areToldToWhoeverAsks() throws InterruptedException {
        assertThat(failuresOf(executor -> {
                    Future<String> one = executor.submit(failing("one"));
                    Future<String> two = executor.submit(failing("two"));
                    assertThatThrownBy(one::get).isInstanceOf(ExecutionException.class);
                    assertThatThrownBy(() -> two.get(15, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
                }))
                .isEmpty();
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_19)
    void areToldToWhoeverAsksWithoutWaiting() throws InterruptedException {
        assertThat(failuresOf(executor -> {
                    List<Future<String>> futures =
                            executor.invokeAll(List.of(failing("one"), failing("two"), () -> "well"));
                    assertThat(now("exceptionNow", futures.get(0))).isInstanceOf(IllegalStateException.class);
                    assertThatThrownBy(() -> now("resultNow", futures.get(1)))
                            .hasCauseInstanceOf(IllegalStateException.class);
                    assertThat(now("resultNow", futures.get(2))).isEqualTo("well");
                    assertThatThrownBy(() -> now("exceptionNow", futures.get(2)))
                            .hasCauseInstanceOf(IllegalStateException.class);
                }))
                .isEmpty();
    }

    /** By the interface, as a body compiled for a newer JDK does. */
    private static Object now(String method, Future<?> future) throws ReflectiveOperationException {
        return Future.class.getMethod(method).invoke(future);
    }

    @Test
    void areNotToldByWaitingForAll() throws InterruptedException {
        assertThat(failuresOf(executor -> executor.invokeAll(List.of(failing("one"), () -> "well"))))
                .singleElement()
                .satisfies(failure -> assertThat(failure.thrown()).hasMessage("one"));
    }

    @Test
    void areNotToldToWhoGivesUpBefore() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(model.onCaller ? 0 : 1);

        assertThat(failuresOf(executor -> {
                    Future<?> future = executor.submit(() -> {
                        Deadlines.await(release);
                        throw new IllegalStateException("one");
                    });
                    assertThatThrownBy(() -> future.get(0, TimeUnit.NANOSECONDS))
                            .isInstanceOf(model.onCaller ? ExecutionException.class : TimeoutException.class);
                    release.countDown();
                }))
                .hasSize(model.onCaller ? 0 : 1);
    }

    @Test
    void areNoFailuresOfLosersAndOfWhatWasCancelled() throws InterruptedException {
        assertThat(failuresOf(executor -> {
                    assertThat(executor.invokeAny(List.of(failing("lost"), () -> "won")))
                            .isEqualTo("won");
                    CountDownLatch begun = new CountDownLatch(1);
                    if (!model.onCaller) {
                        Future<?> cancelled = executor.submit(() -> {
                            begun.countDown();
                            Deadlines.hang();
                            return "never";
                        });
                        Deadlines.await(begun);
                        cancelled.cancel(true);
                        assertThatThrownBy(cancelled::get).isInstanceOf(CancellationException.class);
                    }
                }))
                .isEmpty();
    }

    @Test
    void areNoFailuresOfWhatShutdownNowInterrupts() throws InterruptedException {
        assertThat(failuresOf(executor -> {
                    CountDownLatch begun = new CountDownLatch(1);
                    if (!model.onCaller) {
                        executor.submit(() -> {
                            begun.countDown();
                            Deadlines.hang();
                            return "never";
                        });
                        Deadlines.await(begun);
                        executor.shutdownNow();
                    }
                }))
                .isEmpty();
    }

    @Test
    void areLeftToACompletionServiceThatHandedThemOver() throws InterruptedException {
        assertThat(failuresOf(executor -> new ExecutorCompletionService<String>(executor).submit(failing("one"))))
                .isEmpty();
    }

    @Test
    void goWithWhatTheBodyItselfThrew() throws InterruptedException {
        AssertionError own = new AssertionError("own");

        List<TaskFailure> failures = failuresOf(executor -> {
            executor.submit(failing("one"));
            executor.submit(failing("one"));
            throw own;
        });

        assertThat(failures).extracting(TaskFailure::thrown).containsExactly(own);
        assertThat(own.getSuppressed()).extracting(Throwable::getMessage).containsExactly("one");
    }
}
