package io.github.acrossexecutors.explorer;

import static io.github.acrossexecutors.explorer.InterleavingAssertions.assertThat;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.junit.jupiter.api.Test;

/** What waits in the JDK waits in the explorer. */
@SuppressWarnings({
    "UnusedVariable",
    "SameNameButDifferent",
    "UnusedMethod",
    "LockNotBeforeTry",
    "WaitNotInLoop",
    "NakedNotify",
    "NonAtomicVolatileUpdate",
    "DoubleCheckedLocking",
    "EmptyCatch",
    "FutureReturnValueIgnored",
    "ThreadPriorityCheck",
    "EffectivelyPrivate",
    "StaticAssignmentInConstructor",
    "NonFinalStaticField",
    "GuardedBy",
    "ReferenceEquality",
    "OperatorPrecedence",
    "ClassCanBeStatic",
    "LockOnNonEnclosingClassLiteral",
    "SynchronizeOnNonFinalField",
    "InterruptedExceptionSwallowed",
    "UnsynchronizedOverridesSynchronized",
    "StatementSwitchToExpressionSwitch",
    "NullAway",
    "try",
    "ConditionAwaitNotInLoop",
    "UnnecessaryAsync",
    "NarrowingCompoundAssignment",
    "CatchAndPrintStackTrace",
    "UnusedNestedClass",
    "FieldCanBeFinal",
    "MixedMutabilityReturnType",
    "EmptyBlockTag",
    "BadImport",
    "ArrayRecordComponent",
    "LoopOverCharArray",
    "VoidUsed",
    "InconsistentHashCode",
    "ThreadJoinLoop",
    "ThreadLocalUsage"
}) // what is wrong with the scenarios is what is tested
class SynchronizersTests {

    @Test
    void passesACondition() {
        assertThat(Interleavings.explore(ConditionsTestCase.class)).passesExhaustively();
    }

    @Test
    void findsASignalThatWakesTheWrongOne() {
        assertThat(Interleavings.explore(BufferSignalTestCase.class)).breaksWith(Kind.STUCK);
    }

    @Test
    void passesABufferThatSignalsAll() {
        assertThat(Interleavings.explore(BufferSignalOkTestCase.class)).passes();
    }

    @Test
    void passesALatch() {
        assertThat(Interleavings.explore(LatchTestCase.class)).passesExhaustively();
    }

    @Test
    void findsALatchThatNeverOpens() {
        assertThat(Interleavings.explore(LatchTwiceTestCase.class)).breaksWith(Kind.STUCK);
    }

    @Test
    void findsASemaphoreLeak() {
        assertThat(Interleavings.explore(SemaphoreLeakTestCase.class)).breaksWith(Kind.STUCK);
    }

    @Test
    void findsAReadLockUpgraded() {
        assertThat(Interleavings.explore(RwUpgradeTestCase.class)).breaksWith(Kind.STUCK);
    }

    @Test
    void findsALostUnpark() {
        assertThat(Interleavings.explore(ParkTestCase.class)).breaksWith(Kind.STUCK);
    }

    @Test
    void passesAParkThatAsksAgain() {
        assertThat(Interleavings.explore(ParkOkTestCase.class)).passesExhaustively();
    }

    @Test
    void passesAnArrayBlockingQueue() {
        assertThat(Interleavings.explore(QueuesTestCase.class)).passesExhaustively();
    }

    @Test
    void passesASynchronousQueue() {
        assertThat(Interleavings.explore(SynchronousTestCase.class)).passesExhaustively();
    }

    @Test
    void passesATransferQueue() {
        assertThat(Interleavings.explore(TransferTestCase.class)).passesExhaustively();
    }

    @Test
    void passesAnExchanger() {
        assertThat(Interleavings.explore(ExchangeTestCase.class)).passesExhaustively();
    }

    @Test
    void passesAPhaser() {
        assertThat(Interleavings.explore(PhaserOkTestCase.class)).passesExhaustively();
    }

    @Test
    void passesACyclicBarrier() {
        assertThat(Interleavings.explore(BarrierTestCase.class)).passesExhaustively();
    }

    @Test
    void passesAStampedLock() {
        assertThat(Interleavings.explore(StampedTestCase.class)).passesExhaustively();
    }

    @Test
    void doesNotTimeOutWhileSomebodyCanGoOn() {
        assertThat(Interleavings.explore(TimedTestCase.class)).passesExhaustively();
    }

    static final class ConditionsTestCase {
        private final ReentrantLock l = new ReentrantLock();
        private final Condition c = l.newCondition();
        private boolean ready;

        @Actor
        void put() {
            l.lock();
            try {
                ready = true;
                c.signalAll();
            } finally {
                l.unlock();
            }
        }

        @Actor
        void take() throws Exception {
            l.lock();
            try {
                while (!ready) c.await();
            } finally {
                l.unlock();
            }
        }
    }

    static final class BufferSignalTestCase {
        int n;
        final ReentrantLock l = new ReentrantLock();
        final Condition c = l.newCondition();

        void put() throws Exception {
            l.lock();
            try {
                while (n == 1) c.await();
                n++;
                c.signal();
            } finally {
                l.unlock();
            }
        }

        void take() throws Exception {
            l.lock();
            try {
                while (n == 0) c.await();
                n--;
                c.signal();
            } finally {
                l.unlock();
            }
        }

        @Actor
        void p() throws Exception {
            put();
            put();
        }

        @Actor
        void c1() throws Exception {
            take();
        }

        @Actor
        void c2() throws Exception {
            take();
        }
    }

    static final class BufferSignalOkTestCase {
        int n;
        final ReentrantLock l = new ReentrantLock();
        final Condition c = l.newCondition();

        void put() throws Exception {
            l.lock();
            try {
                while (n == 1) c.await();
                n++;
                c.signalAll();
            } finally {
                l.unlock();
            }
        }

        void take() throws Exception {
            l.lock();
            try {
                while (n == 0) c.await();
                n--;
                c.signalAll();
            } finally {
                l.unlock();
            }
        }

        @Actor
        void p() throws Exception {
            put();
            put();
        }

        @Actor
        void c1() throws Exception {
            take();
        }

        @Actor
        void c2() throws Exception {
            take();
        }
    }

    static final class LatchTestCase {
        private final CountDownLatch l = new CountDownLatch(1);
        int v, seen;

        @Actor
        void put() {
            v = 7;
            l.countDown();
        }

        @Actor
        void take() throws Exception {
            l.await();
            seen = v;
        }

        @Check
        void c() {
            if (seen != 7) throw new AssertionError("seen " + seen);
        }
    }

    static final class LatchTwiceTestCase {
        private final CountDownLatch l = new CountDownLatch(2);

        @Actor
        void put() {
            l.countDown();
        }

        @Actor
        void take() throws Exception {
            l.await();
        }
    }

    static final class SemaphoreLeakTestCase {
        private final Semaphore s = new Semaphore(1);
        private int n;

        void work() throws Exception {
            s.acquire();
            if (++n == 1) return;
            s.release();
        }

        @Actor
        void anna() throws Exception {
            work();
        }

        @Actor
        void ben() throws Exception {
            work();
        }
    }

    static final class RwUpgradeTestCase {
        private final ReentrantReadWriteLock l = new ReentrantReadWriteLock();

        @Actor
        void anna() {
            l.readLock().lock();
            l.writeLock().lock();
            l.writeLock().unlock();
            l.readLock().unlock();
        }

        @Actor
        void ben() {
            l.readLock().lock();
            l.readLock().unlock();
        }
    }

    static final class ParkTestCase {
        private volatile boolean ready;
        private volatile Thread waiter;

        @Actor
        void wait_() {
            waiter = Thread.currentThread();
            if (!ready) LockSupport.park();
        }

        @Actor
        void wake() {
            Thread w = waiter;
            ready = true;
            if (w != null) LockSupport.unpark(w);
        }
    }

    static final class ParkOkTestCase {
        private volatile boolean ready;
        private volatile Thread waiter;

        @Actor
        void wait_() {
            waiter = Thread.currentThread();
            while (!ready) LockSupport.park();
        }

        @Actor
        void wake() {
            ready = true;
            LockSupport.unpark(waiter);
        }
    }

    static final class QueuesTestCase {
        final BlockingQueue<Integer> q = new ArrayBlockingQueue<>(1);
        int s;

        @Actor
        void put() throws Exception {
            q.put(1);
            q.put(2);
        }

        @Actor
        void take() throws Exception {
            s = q.take() + q.take();
        }

        @Check
        void c() {
            if (s != 3) throw new AssertionError("s " + s);
        }
    }

    static final class SynchronousTestCase {
        final SynchronousQueue<Integer> q = new SynchronousQueue<>();
        int s;

        @Actor
        void put() throws Exception {
            q.put(1);
            q.put(2);
        }

        @Actor
        void take() throws Exception {
            s = q.take() + q.take();
        }

        @Check
        void c() {
            if (s != 3) throw new AssertionError("s " + s);
        }
    }

    static final class TransferTestCase {
        final LinkedTransferQueue<Integer> q = new LinkedTransferQueue<>();
        int s;

        @Actor
        void put() throws Exception {
            q.transfer(1);
            q.put(2);
        }

        @Actor
        void take() throws Exception {
            s = q.take() + q.take();
        }

        @Check
        void c() {
            if (s != 3) throw new AssertionError("s " + s);
        }
    }

    static final class ExchangeTestCase {
        final Exchanger<Integer> x = new Exchanger<>();
        int a, b;

        @Actor
        void anna() throws Exception {
            a = x.exchange(1);
        }

        @Actor
        void ben() throws Exception {
            b = x.exchange(2);
        }

        @Check
        void c() {
            if (a != 2 || b != 1) throw new AssertionError(a + " " + b);
        }
    }

    static final class PhaserOkTestCase {
        final Phaser p = new Phaser(2);
        int a, b, s;

        @Actor
        void anna() {
            a = 1;
            p.arriveAndAwaitAdvance();
            s = a + b;
        }

        @Actor
        void ben() {
            b = 2;
            p.arriveAndAwaitAdvance();
        }

        @Check
        void c() {
            if (s != 3) throw new AssertionError("s " + s);
        }
    }

    static final class BarrierTestCase {
        final CyclicBarrier p = new CyclicBarrier(2);
        int a, b, s;

        @Actor
        void anna() throws Exception {
            a = 1;
            p.await();
            s = a + b;
        }

        @Actor
        void ben() throws Exception {
            b = 2;
            p.await();
        }

        @Check
        void c() {
            if (s != 3) throw new AssertionError("s " + s);
        }
    }

    static final class StampedTestCase {
        final StampedLock l = new StampedLock();
        int x, y;
        int sum;

        @Actor
        void write() {
            long s = l.writeLock();
            x = 1;
            y = 1;
            l.unlockWrite(s);
        }

        @Actor
        void read() {
            long s = l.readLock();
            sum = x + y;
            l.unlockRead(s);
        }

        @Check
        void c() {
            if (sum == 1) throw new AssertionError("torn");
        }
    }

    static final class TimedTestCase {
        final CountDownLatch l = new CountDownLatch(1);
        boolean ok;

        @Actor
        void anna() throws Exception {
            ok = l.await(1, TimeUnit.SECONDS);
        }

        @Actor
        void ben() {
            l.countDown();
        }

        @Check
        void c() {
            if (!ok) throw new AssertionError("timed out");
        }
    }
}
