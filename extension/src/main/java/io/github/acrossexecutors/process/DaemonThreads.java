package io.github.acrossexecutors.process;

import java.util.concurrent.ThreadFactory;

/** Threads that never keep this JVM alive: when it ends, the workers see the end of their pipes and end, too. */
final class DaemonThreads {

    private DaemonThreads() {}

    static ThreadFactory named(String name) {
        return action -> of(name, action);
    }

    static Thread of(String name, Runnable action) {
        Thread thread = new Thread(action, name);
        thread.setDaemon(true);
        return thread;
    }
}
