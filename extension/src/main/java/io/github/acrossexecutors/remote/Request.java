package io.github.acrossexecutors.remote;

import io.github.acrossexecutors.process.SerializableCallable;

/** What is sent to another JVM and answered there. */
public sealed interface Request extends SerializableCallable<Answer>
        permits Request.Open, Request.Hooks, Request.Close, RemoteTask {

    /**
     * Open the life-cycle.
     *
     * @param opening how
     */
    record Open(Opening opening) implements Request {

        @Override
        public Answer call() throws InterruptedException {
            return Host.run(opening).open();
        }
    }

    /**
     * Call the methods that belong around a round.
     *
     * @param opening how to open the life-cycle, if it is not open
     * @param before whether those before it, else those after it
     * @param round the round's number
     */
    record Hooks(Opening opening, boolean before, int round) implements Request {

        @Override
        public Answer call() throws InterruptedException {
            return Host.run(opening).callHooks(before, round);
        }
    }

    /**
     * Close the life-cycle, if it is open.
     *
     * @param opening which
     */
    record Close(Opening opening) implements Request {

        @Override
        public Answer call() throws InterruptedException {
            HostedRun run = Host.find(opening.run()).orElse(null);
            return run == null ? Answer.notOpen() : run.close(opening.timeout());
        }
    }
}
