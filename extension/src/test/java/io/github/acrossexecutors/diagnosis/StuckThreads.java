package io.github.acrossexecutors.diagnosis;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

/** Starts threads that stand still on purpose: daemons, which a test lets go of at its end where that is possible. */
final class StuckThreads {

    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch met;

    /** Expect as many threads to take their first lock before any asks for its second. */
    StuckThreads(int parties) {
        met = new CountDownLatch(parties);
    }

    Runnable monitors(Object first, Object second) {
        return () -> {
            synchronized (first) {
                meet();
                synchronized (second) {
                    met.countDown();
                }
            }
        };
    }

    Runnable locks(Lock first, Lock second) {
        return () -> {
            try {
                first.lockInterruptibly();
                meet();
                second.lockInterruptibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private void meet() {
        met.countDown();
        try {
            met.await(15, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Thread platform(String name, Runnable run) {
        Thread thread = new Thread(run, name);
        thread.setDaemon(true);
        return started(thread);
    }

    /** By reflection: these sources compile for JDK 17. */
    Thread virtual(String name, Runnable run) {
        try {
            Thread thread = (Thread) Class.forName("java.lang.Thread$Builder")
                    .getMethod("unstarted", Runnable.class)
                    .invoke(Thread.class.getMethod("ofVirtual").invoke(null), run);
            thread.setName(name);
            return started(thread);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Thread started(Thread thread) {
        threads.add(thread);
        thread.start();
        return thread;
    }

    List<Thread> all() {
        return threads;
    }

    String diagnosisOnceAll(Thread.State state) {
        await().atMost(Duration.ofSeconds(15))
                .until(() -> threads.stream().allMatch(thread -> thread.getState() == state));
        return Diagnosis.of(threads);
    }

    void interrupt() {
        threads.forEach(Thread::interrupt);
    }
}
