package io.github.acrossexecutors;

import java.util.concurrent.CompletionStage;

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
 * <p><b>Threads:</b> for the thread that executes the body.
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
     * Let the task end when a stage has completed, rather than when the body returns. The worker holds until then. A
     * stage that completes with an exception fails the task with it; one that never completes runs into the timeout.
     *
     * @param stage what the body has begun; may be called several times, then all of them are waited for
     */
    void completeWhen(CompletionStage<?> stage);
}
