package io.github.acrossexecutors.remote;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Future;

/** Other JVMs that answer requests. */
public interface WorkerJvms {

    /**
     * {@return how many tasks they execute at once; empty if nobody says}
     */
    OptionalInt count();

    /**
     * Send a request to any of them.
     *
     * @param request what to answer
     * @return the answer to be
     */
    Future<Answer> submit(Request request);

    /**
     * Send a request to each of them.
     *
     * @param request what to answer
     * @return the answers to be
     */
    List<Future<Answer>> broadcast(Request request);

    /**
     * {@return the ids of their processes, as far as they are on this machine and known}
     */
    Set<Long> processes();

    /**
     * Need them no more.
     *
     * @param broken whether one of them does not end what it is doing, so that it must be ended itself
     * @param limit how long it may take
     * @throws InterruptedException if interrupted while waiting
     */
    void stop(boolean broken, Duration limit) throws InterruptedException;
}
