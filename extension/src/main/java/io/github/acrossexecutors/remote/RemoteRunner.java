package io.github.acrossexecutors.remote;

import io.github.acrossexecutors.execution.RoundResult;
import io.github.acrossexecutors.execution.TaskFailure;
import io.github.acrossexecutors.process.WorkerDiedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Executes rounds in other JVMs, in each of which the body's life-cycle is open from {@link #open} to {@link #close}.
 *
 * <p>All tasks of a round are handed over at once, and its clock starts when the first begins. There is no gate in the other
 * JVMs: they have been opened before and take their first tasks as these arrive.
 *
 * <p>At the deadline each JVM looks by itself at the task that hangs there, interrupts it and says what it saw. Whoever says
 * nothing for {@link #SILENCE} after that cannot be asked any more, and is ended.
 *
 * <p><b>Threads:</b> for the caller alone.
 */
public final class RemoteRunner {

    /** What a JVM and its JUnit may need to start on a busy machine, on top of the limit of the life-cycle methods. */
    private static final Duration START = Duration.ofSeconds(30);

    /** A second for an interrupted task to end, and time to diagnose it and for the answer to travel. */
    private static final Duration SILENCE = Duration.ofSeconds(4);

    private final RemoteWorkers workers;
    private final String test;
    private final Supplier<Launch> launch;
    private final Duration timeout;
    private final ClassLoader loader;
    private final RunId run = RunId.next();
    private Optional<Opening> opening = Optional.empty();
    private final Set<String> leftBehind = new TreeSet<>();
    private final Set<Answer.Worker> answered = new HashSet<>();

    /**
     * Run on other JVMs.
     *
     * @param workers where the tasks run
     * @param test the name of the test method
     * @param launch says how they open the life-cycle, once that is to be done
     * @param timeout the limit of each round; more than zero
     */
    public RemoteRunner(RemoteWorkers workers, String test, Supplier<Launch> launch, Duration timeout) {
        this.workers = workers;
        this.test = test;
        this.launch = launch;
        this.timeout = timeout;
        this.loader = Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElseGet(ClassLoader::getSystemClassLoader);
    }

    /**
     * Open the life-cycle in each JVM.
     *
     * @return what failed
     * @throws InterruptedException if the caller is interrupted
     */
    public List<TaskFailure> open() throws InterruptedException {
        opening = Optional.of(new Opening(run, workers.model(), test, timeout.plus(START), launch.get()));
        return askAll(new Request.Open(opened()), 1, lifecycle());
    }

    /**
     * Call the methods around a round in each JVM.
     *
     * @param before whether those before it, else those after it
     * @param round the round's number
     * @return what failed
     * @throws InterruptedException if the caller is interrupted
     */
    public List<TaskFailure> callHooks(boolean before, int round) throws InterruptedException {
        return askAll(
                new Request.Hooks(opened(), before, round),
                round,
                before ? "@BeforeRound methods" : "@AfterRound methods");
    }

    /**
     * Close the life-cycle in each JVM.
     *
     * @return what failed since the tasks ended
     * @throws InterruptedException if the caller is interrupted
     */
    public List<TaskFailure> close() throws InterruptedException {
        if (opening.isEmpty()) {
            return List.of();
        }
        Request close = new Request.Close(opened());
        List<TaskFailure> failures = askAll(close, 1, lifecycle());
        opening = Optional.empty();
        return failures;
    }

    /**
     * {@return the names of threads that bodies had started and that still live; once it is closed}
     */
    public List<String> leftBehind() {
        return List.copyOf(leftBehind);
    }

    /**
     * {@return the ids of the processes on this machine that do the work}
     */
    public Set<Long> processes() {
        Set<Long> all = new HashSet<>(workers.jvms().processes());
        answered.stream()
                .filter(worker -> worker.machine().equals(Host.machine()))
                .map(Answer.Worker::pid)
                .forEach(all::add);
        return all;
    }

    /**
     * {@return whether all JVMs that have opened the life-cycle are on this machine}
     */
    public boolean isOnThisMachine() {
        return answered.stream().allMatch(worker -> worker.machine().equals(Host.machine()));
    }

    /** Need the JVMs no more, whatever state they are in: those in which the life-cycle is still open are ended. */
    public void abandon() {
        if (opening.isPresent()) {
            workers.broken();
        }
    }

    private Opening opened() {
        return opening.orElseThrow(() -> new IllegalStateException("not opened"));
    }

    private String lifecycle() {
        return "the life-cycle of " + test + "()";
    }

    private List<TaskFailure> askAll(Request request, int round, String what) throws InterruptedException {
        Replies.Asked asked = new Replies.Asked();
        workers.jvms().broadcast(request).forEach(asked::add);
        Replies replies = asked.start();
        List<TaskFailure> failures = new ArrayList<>();
        await(replies, timeout.plus(START).plus(SILENCE).toNanos());
        for (int i = 0; i < replies.size(); i++) {
            Optional<Replies.Reply> reply = replies.get(i);
            if (reply.isEmpty()) {
                failures.add(silent(round, what));
            } else {
                failures.addAll(failuresOf(reply.get(), round, what));
            }
        }
        return failures;
    }

    private Future<Answer> submit(RemoteTask task) {
        try {
            return workers.jvms().submit(task);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(
                    new IllegalStateException(workers.model() + " did not take task " + task.index() + ": " + e, e));
        }
    }

    private void await(Replies replies, long nanos) throws InterruptedException {
        try {
            if (!replies.await(nanos)) {
                workers.broken();
                replies.giveUp();
            }
        } catch (InterruptedException e) {
            workers.broken();
            replies.giveUp();
            e.addSuppressed(new TimeoutException("interrupted from outside while tasks ran under " + workers.model()
                    + "; the JVMs that executed them were ended"));
            throw e;
        }
    }

    private List<TaskFailure> failuresOf(Replies.Reply reply, int round, String what) {
        Answer answer = reply.answer();
        if (answer == null) {
            return List.of(lost(reply, round, what));
        }
        answer.leftBehind()
                .forEach(thread ->
                        leftBehind.add(thread + " in " + answer.worker().name()));
        answered.add(answer.worker());
        if (answer.outcome() == Answer.Outcome.STUCK) {
            workers.broken();
        }
        return answer.failures(round, loader);
    }

    private TaskFailure silent(int round, String what) {
        return new TaskFailure(
                round,
                what,
                "a worker that hangs",
                new TimeoutException(what + " did not end within " + timeout.toMillis() + " ms under " + workers.model()
                        + ", and the worker could not be asked where it stands; it was ended."));
    }

    private static TaskFailure lost(Replies.Reply reply, int round, String what) {
        Throwable thrown = reply.failure() == null ? new IllegalStateException("no answer") : reply.failure();
        String worker = thrown instanceof WorkerDiedException died ? "pid " + died.pid() : "no worker";
        return new TaskFailure(round, what, worker, thrown);
    }

    /**
     * Execute one round.
     *
     * @param number the round's number, from 1
     * @param warmup whether it is a warm-up round
     * @param tasks how many tasks it has; at least 1
     * @return its times and failures; a round that ran into the timeout has a {@link TimeoutException} among them
     * @throws InterruptedException if the caller is interrupted; the JVMs that execute its tasks are ended then
     */
    public RoundResult run(int number, boolean warmup, int tasks) throws InterruptedException {
        Deadline deadline = Deadline.in(timeout);
        RemoteRound round = new RemoteRound(number, warmup, workers.model(), timeout, loader);
        List<RemoteTask> all = IntStream.range(0, tasks)
                .mapToObj(task -> new RemoteTask(run, null, number, warmup, task, deadline))
                .toList();
        List<RemoteTask> notOpen = send(all, round);
        if (!notOpen.isEmpty()) {
            Opening opened = opened();
            send(notOpen.stream().map(task -> task.with(opened)).toList(), round);
        }
        if (round.isBroken()) {
            workers.broken();
        }
        return round.result();
    }

    /** Have tasks executed; those that came to a JVM which has not opened the life-cycle are returned. */
    private List<RemoteTask> send(List<RemoteTask> tasks, RemoteRound round) throws InterruptedException {
        Replies.Asked asked = new Replies.Asked();
        for (RemoteTask task : tasks) {
            round.asked(task.index());
            asked.add(submit(task));
        }
        Replies replies = asked.start();
        await(replies, tasks.get(0).deadline().leftNanosHere() + SILENCE.toNanos());
        List<RemoteTask> notOpen = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            RemoteTask task = tasks.get(i);
            Optional<Replies.Reply> reply = replies.get(i);
            if (reply.isEmpty()) {
                round.silent();
            } else if (reply.get().answer() == null) {
                round.lost(lost(reply.get(), task.round(), "task " + task.index()));
            } else if (reply.get().answer().outcome() == Answer.Outcome.NOT_OPEN && task.opening() == null) {
                notOpen.add(task);
            } else {
                round.answered(task.index(), reply.get());
            }
        }
        return notOpen;
    }
}
