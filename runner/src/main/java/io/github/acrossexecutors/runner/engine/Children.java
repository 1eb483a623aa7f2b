package io.github.acrossexecutors.runner.engine;

import io.github.acrossexecutors.runner.link.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A child JVM in use, and one more that is already up for when the first must be thrown away.
 *
 * <p>Threads: one thread uses them; another may give a run up, and the JVM's shutdown (an interrupt from the keyboard) closes them from a third, so everything is under one lock. A
 * child that is started while the JVM shuts down is closed at once.
 */
final class Children implements AutoCloseable {

    private final ChildCommand command;
    private final Thread closeOnShutdown = new Thread(this::closeAll, "koan-children-close");
    private @Nullable ChildJvm current;
    private @Nullable ChildJvm spare;
    private boolean inUse;
    private boolean givenUp;
    private boolean closed;

    Children(ChildCommand command) {
        this.command = command;
        Runtime.getRuntime().addShutdownHook(closeOnShutdown);
    }

    /** Starts a child if none is up, else a spare; neither is waited for. The first run of a session has no spare: most sessions are one run. */
    synchronized void prepare() {
        requireOpen();
        forgetTheDead();
        if (current == null) {
            current = ChildJvm.start(command);
        } else if (spare == null) {
            spare = ChildJvm.start(command);
        }
    }

    /** Has a part of the kit made ready in every child that is up: the spare has time for it now, and none later. */
    synchronized void warm(Request.Part part) {
        if (current != null) {
            current.warm(part);
        }
        if (spare != null) {
            spare.warm(part);
        }
    }

    /** The child for one run, which ends with {@link #release}. */
    synchronized ChildJvm use() {
        requireOpen();
        forgetTheDead();
        ChildJvm child = current == null ? ChildJvm.start(command) : current;
        current = child;
        inUse = true;
        return child;
    }

    /** A child that ended while nobody used it (it was killed, or memory was short) is no fault of the code that comes next. */
    private void forgetTheDead() {
        if (spare != null && !spare.lives()) {
            spare = null;
        }
        if (current != null && !current.lives()) {
            current = spare;
            spare = null;
        }
    }

    /** Ends a run; a child that is not clean, or was given up meanwhile, is thrown away, and the spare takes its place. */
    synchronized void release(boolean clean) {
        inUse = false;
        if (clean && !givenUp) {
            return;
        }
        givenUp = false;
        if (current != null) {
            current.close();
        }
        current = spare;
        spare = null;
    }

    /** Closes the child of the run in progress, so that the run ends; does nothing between runs. */
    synchronized void giveUp() {
        if (inUse && current != null) {
            givenUp = true;
            current.close();
        }
    }

    /** Waits until a spare that is booting has booted, so that it takes no CPU from a run that is being timed. */
    void awaitQuiet() throws InterruptedException {
        ChildJvm booting;
        synchronized (this) {
            booting = spare;
        }
        if (booting != null) {
            Optional<String> end = booting.awaitReady();
            if (end.isPresent()) {
                discardSpare();
            }
        }
    }

    private synchronized void discardSpare() {
        if (spare != null) {
            spare.close();
            spare = null;
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the children are closed");
        }
    }

    private synchronized void closeAll() {
        closed = true;
        List<ChildJvm> children = new ArrayList<>();
        if (current != null) {
            children.add(current);
        }
        if (spare != null) {
            children.add(spare);
        }
        children.forEach(ChildJvm::close);
    }

    @Override
    public void close() {
        closeAll();
        try {
            Runtime.getRuntime().removeShutdownHook(closeOnShutdown);
        } catch (IllegalStateException shuttingDown) {
            return; // the hook runs, and finds nothing left to close
        }
    }
}
