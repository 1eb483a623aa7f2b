package io.github.acrossexecutors.runner.host;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.acrossexecutors.explorer.Actor;
import io.github.acrossexecutors.explorer.Check;
import io.github.acrossexecutors.runner.link.Request;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import koans.api.Site;
import koans.kit.EveryOrder;
import koans.kit.SlowSite;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

/** Uses once, before any run, what is slow when it is used first: a cold machine must not cost a learner their deadline. */
final class WarmUp {

    private WarmUp() {}

    /** What every run needs: JUnit and AssertJ. */
    static void everything() {
        KoanRun.launcher()
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(DiscoverySelectors.selectClass(Rehearsal.class))
                        .enableImplicitConfigurationParameters(false)
                        .build());
    }

    static void part(Request.Part part) {
        switch (part) {
            case SITE -> SlowSite.warmUp();
            case RULES -> new ClassFileImporter().importClasses(Site.class);
            case ORDERS -> EveryOrder.of(TwoThreads.class);
        }
    }

    /** Two threads that use what learners and their tests use: monitor, lock, semaphore, latch, atomic. */
    static final class TwoThreads {

        private final AtomicInteger count = new AtomicInteger();
        private final ReentrantLock lock = new ReentrantLock();
        private final Semaphore semaphore = new Semaphore(1);
        private final CountDownLatch latch = new CountDownLatch(1);

        @Actor
        void first() {
            semaphore.acquireUninterruptibly();
            semaphore.release();
            lock.lock();
            try {
                latch.countDown();
            } finally {
                lock.unlock();
            }
        }

        @Actor
        void second() {
            synchronized (this) {
                count.updateAndGet(old -> old + 1);
            }
        }

        @Check
        void isCounted() {
            EveryOrder.mustBe(count.get(), 1);
        }
    }

    /** A test that proves nothing. */
    static final class Rehearsal {

        @Test
        void passes() {
            Assertions.assertThat(Rehearsal.class)
                    .withFailMessage(() -> "rehearsed")
                    .isNotNull();
        }
    }
}
