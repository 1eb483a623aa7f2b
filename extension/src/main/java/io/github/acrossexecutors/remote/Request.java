package io.github.acrossexecutors.remote;

import io.github.acrossexecutors.process.SerializableCallable;

/** What is sent to another JVM and answered there. */
public sealed interface Request extends SerializableCallable<Answer>
        permits Request.Open, Request.Hooks, Request.Close, RemoteTask {

    /** Open the life-cycle. */
    final class Open implements Request {

        private static final long serialVersionUID = 1;

        private final Opening opening;

        Open(Opening opening) {
            this.opening = opening;
        }

        @Override
        public Answer call() throws InterruptedException {
            return Host.run(opening).open();
        }
    }

    /** Call the methods that belong around a round. */
    final class Hooks implements Request {

        private static final long serialVersionUID = 1;

        private final Opening opening;
        private final boolean before;
        private final int round;

        /**
         * Ask for them.
         *
         * @param opening how to open the life-cycle, if it is not open
         * @param before whether those before the round, else those after it
         * @param round the round's number
         */
        Hooks(Opening opening, boolean before, int round) {
            this.opening = opening;
            this.before = before;
            this.round = round;
        }

        @Override
        public Answer call() throws InterruptedException {
            return Host.run(opening).callHooks(before, round);
        }
    }

    /** Close the life-cycle, if it is open. */
    final class Close implements Request {

        private static final long serialVersionUID = 1;

        private final Opening opening;

        Close(Opening opening) {
            this.opening = opening;
        }

        @Override
        public Answer call() throws InterruptedException {
            HostedRun run = Host.find(opening.run()).orElse(null);
            return run == null ? Answer.notOpen() : run.close(opening.timeout());
        }
    }
}
