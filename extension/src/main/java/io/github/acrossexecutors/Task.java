package io.github.acrossexecutors;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * One execution of a body: declare it as a parameter of the body to tell the copies apart, or to say that the execution
 * ends later than the body.
 *
 * <pre>{@code
 * @AcrossExecutors(tasks = 32)
 * void fetchesAPage(Task task) {
 *     task.completeWhen(client.sendAsync(page(task.index()), ofString())
 *             .thenAccept(page -> assertThat(page.body()).isNotEmpty()));
 * }
 * }</pre>
 *
 * <p>What comes after a wait is handed to the task's {@link #loop}, where the body was executed too:
 *
 * <pre>{@code
 * @AcrossExecutors(tasks = 32)
 * void quotesLater(Task task) {
 *     task.completeWhen(prices.quoteLater("teapot")
 *             .thenAcceptAsync(price -> assertThat(price).isEqualTo(600), task.loop()));
 * }
 * }</pre>
 *
 * <p>The task ends when its body has returned, every stage it named has completed and every continuation it handed over
 * has been executed. What the body or a continuation throws ends it at once: its stages are not waited for then, and
 * continuations still queued are left out.
 *
 * <p><b>Threads:</b> all methods may be called from any thread while the task is under way: while its body is executed
 * and until it has ended. Body and continuations are executed by the same worker, one after another, so that what they
 * share needs no lock.
 */
public sealed interface Task permits BodyTask {

    /**
     * {@return the task's index in its round, from 0 to {@code tasks - 1}}
     */
    int index();

    /**
     * {@return the round's number, from 1, warm-up rounds included}
     */
    int round();

    /**
     * {@return whether the round is a warm-up round}
     */
    boolean warmup();

    /**
     * {@return the name of the execution model the task runs under}
     */
    String model();

    /**
     * Let the task end when a stage has completed, rather than when the body returns. Under {@link
     * ExecutionModel#EVENT_LOOP} the loop goes on with other tasks meanwhile; under any other model the worker holds. A
     * stage that completes with an exception fails the task with it, once all its stages have completed; one that never
     * completes runs into the timeout, which names it.
     *
     * @param stage what the body or a continuation has begun: the last stage of its chain, because continuations of a
     *     stage that is waited for itself may come too late; may be called several times, then all of them are waited for
     * @throws IllegalStateException if the body has not begun, or if the task has ended
     */
    void completeWhen(CompletionStage<?> stage);

    /**
     * {@return the executor for continuations: what is handed to it is executed on the task's worker after the body, in the
     * order in which it came}
     *
     * <p>Under {@link ExecutionModel#EVENT_LOOP} that is the loop's thread, which executes it between the bodies and
     * continuations of other tasks; under any other model the worker holds until the task has ended, and executes what
     * comes. The body of an injected executor runs on JUnit's thread, and so do its continuations.
     *
     * <p>A continuation that throws fails its task. Whatever thread hands one over before the body has begun or after the
     * task has ended gets a {@link java.util.concurrent.RejectedExecutionException}; after the end that is too late to
     * fail the test, so name the last stage of each chain by {@link #completeWhen}.
     */
    Executor loop();
}
