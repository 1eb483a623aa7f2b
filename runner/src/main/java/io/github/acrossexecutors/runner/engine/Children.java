package io.github.acrossexecutors.runner.engine;

import io.github.acrossexecutors.runner.link.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A child JVM in use, and one more that is already up for when the first must be thrown away.
 *
 * <p>Threads: one thread uses them; the JVM's shutdown (an interrupt from the keyboard) closes them from another, so everything is under one lock. A
 * child that is started while the JVM shuts down is closed at once.
 */
final class Children implements AutoCloseable {

    private final ChildCommand command;
    private final Thread closeOnShutdown = new Thread(this::closeAll, "koan-children-close");
    private @Nullable ChildJvm current;
    private @Nullable ChildJvm spare;
    private boolean closed;

    Children(ChildCommand command) {
        this.command = command;
        Runtime.getRuntime().addShutdownHook(closeOnShutdown);
    }

    /** Starts a child if none is up, else a spare; neither is waited for. The first run of a session has no spare: most sessions are one run. */
    synchronized void prepare() {
        requireOpen();
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

    synchronized ChildJvm current() {
        requireOpen();
        ChildJvm child = current == null ? ChildJvm.start(command) : current;
        current = child;
        return child;
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

    /** Throws the child in use away; the spare takes its place. */
    synchronized void replace() {
        if (current != null) {
            current.close();
        }
        current = spare;
        spare = null;
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
