package io.github.acrossexecutors.explorer.corpus;

import io.github.acrossexecutors.explorer.Actor;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A gate made of {@code park}: whoever looks first and gives its name afterwards may be overlooked. */
final class LostWakeUp {

    private LostWakeUp() {}

    static final class Bug {
        private volatile boolean open;
        private volatile @Nullable Thread waiting;

        @Actor
        void visitor() {
            while (!open) {
                waiting = Thread.currentThread();
                LockSupport.park(this);
            }
        }

        @Actor
        void keeper() {
            open = true;
            Thread visitor = waiting;
            if (visitor != null) {
                LockSupport.unpark(visitor);
            }
        }
    }

    static final class Correct {
        private volatile boolean open;
        private volatile @Nullable Thread waiting;

        @Actor
        void visitor() {
            waiting = Thread.currentThread();
            while (!open) {
                LockSupport.park(this);
            }
        }

        @Actor
        void keeper() {
            open = true;
            Thread visitor = waiting;
            if (visitor != null) {
                LockSupport.unpark(visitor);
            }
        }
    }
}
