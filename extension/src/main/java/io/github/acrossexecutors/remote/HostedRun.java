package io.github.acrossexecutors.remote;

import io.github.acrossexecutors.diagnosis.Diagnosis;
import io.github.acrossexecutors.execution.BodyThreads;
import io.github.acrossexecutors.execution.BorrowedWorker;
import io.github.acrossexecutors.execution.RoundResult;
import io.github.acrossexecutors.execution.TaskBody;
import io.github.acrossexecutors.execution.TaskFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One life-cycle that is open in this JVM on behalf of another one, and serves its tasks.
 *
 * <p>Protocol: the life-cycle has a thread of its own, which executes the {@link Launch}: what comes before the body, then
 * {@link #serve}, then what comes after. {@code reached} opens when it serves, or when the launch is over without having come
 * that far; {@code over} when the launch is over. Requests come from other threads, one at a time because they hold this
 * object's monitor, and are executed on the life-cycle's thread, so that its thread-locals hold. Of a thread that hangs
 * nothing more is asked.
 */
public final class HostedRun {

    private final Opening opening;
    private final Answer.Worker self;
    private final Thread thread;
    private final HostedWorkers workers;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    /** Written by the life-cycle's thread before {@code reached} opens. */
    private volatile @Nullable HostedBody body;
    /** Written by the life-cycle's thread before {@code over} opens. */
    private volatile List<TaskFailure> launchFailures = List.of();

    private volatile List<String> leftBehind = List.of();
    /** What the other JVM knows already; guarded by its own monitor. */
    private final Set<Throwable> told = Collections.newSetFromMap(new IdentityHashMap<>());

    private volatile @Nullable Throwable firstTold;
    /** Guarded by this object's monitor, as the next. */
    private boolean started;

    private boolean stuck;

    HostedRun(Opening opening) {
        this.opening = opening;
        long pid = ProcessHandle.current().pid();
        this.self = new Answer.Worker(opening.workerName(pid), Host.machine(), pid);
        this.thread = new Thread(this::launch, self.name());
        this.workers = new HostedWorkers(opening.model(), thread);
        thread.setDaemon(true);
    }

    /** Begin, unless it has begun; only once it can be found, because the life-cycle looks for it. */
    synchronized void start() {
        if (!started) {
            started = true;
            thread.start();
        }
    }

    /**
     * Find the life-cycle that is open under an identity.
     *
     * @param run the identity as text
     * @return the life-cycle; empty if this JVM hosts none such
     */
    public static Optional<HostedRun> find(String run) {
        return Host.find(run);
    }

    /**
     * {@return its identity}
     */
    public RunId id() {
        return opening.run();
    }

    /**
     * {@return the execution model, as it stands in messages}
     */
    public String model() {
        return opening.model();
    }

    private void launch() {
        try {
            launchFailures = opening.launch().execute(this);
        } catch (Throwable t) {
            launchFailures = List.of(new TaskFailure(1, "the life-cycle of " + opening.test() + "()", self.name(), t));
        } finally {
            over.countDown();
            reached.countDown();
        }
    }

    /**
     * Stand in for the body: execute it as often as tasks come, until the run is closed. For the life-cycle's thread.
     *
     * @param ready the body
     * @throws InterruptedException if interrupted between two tasks
     */
    public void serve(HostedBody ready) throws InterruptedException {
        body = ready;
        reached.countDown();
        workers.serve();
    }

    /**
     * Tell what else is known when the body's part is over. For the life-cycle's thread.
     *
     * @param threads the names of threads that the body had started and that still live
     */
    public void leftBehind(List<String> threads) {
        leftBehind = List.copyOf(threads);
    }

    /**
     * {@return the first failure of a task here, so that the life-cycle can know of it; empty if there is none}
     */
    public Optional<Throwable> firstFailure() {
        return Optional.ofNullable(firstTold);
    }

    /** Wait until the body is reached. */
    synchronized Answer open() throws InterruptedException {
        return Answer.of(self, awaitBody());
    }

    private List<TaskFailure> awaitBody() throws InterruptedException {
        if (!reached.await(opening.timeout().toNanos(), TimeUnit.NANOSECONDS)) {
            stuck = true;
            return List.of(hanging("the life-cycle did not reach the body"));
        }
        return body == null ? failuresOfTheLaunch() : List.of();
    }

    private List<TaskFailure> failuresOfTheLaunch() {
        return launchFailures.isEmpty()
                ? List.of(new TaskFailure(
                        1,
                        "the life-cycle of " + opening.test() + "()",
                        self.name(),
                        new IllegalStateException("the life-cycle ended before it had reached the body")))
                : launchFailures;
    }

    private TaskFailure hanging(String what) {
        String message = what + " within " + opening.timeout().toMillis() + " ms in " + self.name() + ".\n"
                + Diagnosis.of(List.of(thread));
        return new TaskFailure(
                1, "the life-cycle of " + opening.test() + "()", self.name(), new TimeoutException(message));
    }

    synchronized Answer execute(RemoteTask task) throws InterruptedException {
        List<TaskFailure> obstacles = awaitBody();
        HostedBody ready = body;
        if (ready == null) {
            return Answer.of(self, obstacles);
        }
        Duration left = task.deadline().left();
        if (stuck || left.isNegative() || left.isZero()) {
            return new Answer(self, Answer.Outcome.NEVER_BEGAN, Answer.Times.NONE, List.of(), false, List.of());
        }
        TaskBody execution = ready.task(task.round(), task.warmup(), task.index());
        long clockStartNanos = System.nanoTime();
        RoundResult result = onItsThread(task.round(), task.warmup(), execution, left, ready.threads());
        stuck = !result.survivors().isEmpty();
        boolean hung =
                result.failures().stream().anyMatch(failure -> failure.task().equals("the round"));
        List<TaskFailure> failures = new ArrayList<>(result.failures());
        remember(failures);
        return new Answer(
                self,
                stuck ? Answer.Outcome.STUCK : hung ? Answer.Outcome.HUNG : Answer.Outcome.ENDED,
                Answer.Times.of(result.round(), clockStartNanos),
                Answer.Fault.all(failures),
                result.leftInterrupted() > 0,
                List.of());
    }

    private RoundResult onItsThread(int round, boolean warmup, TaskBody execution, Duration limit, BodyThreads threads)
            throws InterruptedException {
        try (BorrowedWorker worker = new BorrowedWorker(workers, limit, threads)) {
            return worker.run(round, warmup, execution);
        }
    }

    synchronized Answer callHooks(boolean before, int round) throws InterruptedException {
        List<TaskFailure> failures = new ArrayList<>(awaitBody());
        HostedBody ready = body;
        if (ready != null && !stuck) {
            RoundResult result = onItsThread(
                    round,
                    false,
                    task -> failures.addAll(ready.callHooks(before, round)),
                    opening.timeout(),
                    ready.threads());
            stuck = !result.survivors().isEmpty();
            failures.addAll(result.failures());
        }
        remember(failures);
        return Answer.of(self, failures);
    }

    /** Execute what comes after the body, and forget the run. */
    synchronized Answer close(Duration limit) throws InterruptedException {
        workers.end();
        Host.forget(opening.run());
        if (!over.await(stuck ? 0 : limit.toNanos(), TimeUnit.NANOSECONDS)) {
            List<TaskFailure> failures = stuck ? List.of() : List.of(hanging("the life-cycle did not end"));
            return new Answer(
                    self, Answer.Outcome.STUCK, Answer.Times.NONE, Answer.Fault.all(failures), false, leftBehind);
        }
        List<TaskFailure> failures = body == null ? List.of() : untold();
        return new Answer(self, Answer.Outcome.ENDED, Answer.Times.NONE, Answer.Fault.all(failures), false, leftBehind);
    }

    private void remember(List<TaskFailure> failures) {
        synchronized (told) {
            for (TaskFailure failure : failures) {
                told.add(failure.thrown());
                for (Throwable beside : failure.thrown().getSuppressed()) {
                    told.add(beside);
                }
            }
        }
        if (firstTold == null && !failures.isEmpty()) {
            firstTold = failures.get(0).thrown();
        }
    }

    /** What the launch says of failures that were told when they happened is left out, less what has been added since. */
    private List<TaskFailure> untold() {
        List<TaskFailure> untold = new ArrayList<>();
        synchronized (told) {
            for (TaskFailure failure : launchFailures) {
                if (!told.contains(failure.thrown())) {
                    untold.add(failure);
                } else {
                    for (Throwable beside : failure.thrown().getSuppressed()) {
                        if (!told.contains(beside)) {
                            untold.add(new TaskFailure(failure.round(), failure.task(), failure.worker(), beside));
                        }
                    }
                }
            }
        }
        return untold;
    }
}
