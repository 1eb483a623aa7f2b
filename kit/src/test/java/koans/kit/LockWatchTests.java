package koans.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import koans.kit.Attempt.Standing;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@SuppressWarnings("LockNotBeforeTry") // what is tested is the watch, call by call
@DisplayName("A lock watch")
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LockWatchTests {

    private final LockWatch watch = new LockWatch();
    private final Lock left = watch.lock("left");
    private final Lock right = watch.lock("right");

    @Test
    @DisplayName("makes locks that keep others out until they were given back as often as taken")
    void excludes() throws InterruptedException {
        left.lock();
        left.lock();
        Attempt<List<String>> other = Attempt.at("other", () -> {
            left.lock();
            List<String> mine = watch.mine();
            left.unlock();
            return mine;
        });

        assertThat(other.stands()).isEqualTo(Standing.WAITING);
        left.unlock();
        assertThat(other.stands()).isEqualTo(Standing.WAITING);
        assertThat(watch.mine()).containsExactly("left");
        left.unlock();
        assertThat(other.ends()).isTrue();
        assertThat(other.result()).containsExactly("left");
        assertThat(watch.taken()).isEmpty();
    }

    @Test
    @DisplayName("tells a ring of locks that one thread asked for in turn, each while it held the one before")
    void tellsARing() {
        Lock middle = watch.lock("middle");
        takeBoth(left, middle);
        takeBoth(middle, right);
        assertThat(watch.ring()).isEmpty();

        takeBoth(right, left);

        assertThat(watch.ring()).containsExactly("left", "middle", "right", "left");
        assertThat(watch.circle()).isEmpty();
    }

    @Test
    @DisplayName("tells no ring of a lock that is taken again, or of one that was only tried")
    void tellsNoRing() {
        left.lock();
        takeBoth(left, right);
        left.unlock();
        right.lock();
        left.tryLock();

        assertThat(watch.ring()).isEmpty();
    }

    private static void takeBoth(Lock first, Lock second) {
        first.lock();
        second.lock();
        second.unlock();
        first.unlock();
    }

    @Test
    @DisplayName("breaks off a deadlock instead of letting it happen, and tells the circle")
    void breaksOffADeadlock() throws InterruptedException {
        left.lock();
        Attempt<Boolean> other = Attempt.at("other", () -> {
            right.lock();
            left.lock();
            left.unlock();
            right.unlock();
            return true;
        });
        assertThat(other.stands()).isEqualTo(Standing.WAITING);

        assertThatThrownBy(right::lock).isInstanceOf(IllegalStateException.class);

        String me = Thread.currentThread().getName();
        assertThat(watch.circle()).contains(me + " held left and asked for right; other held right and asked for left");
        left.unlock();
        assertThat(other.ends()).isTrue();
        assertThat(watch.taken()).isEmpty();
    }

    @Test
    @DisplayName("lets a thread wait that closes no circle, and be tried and interrupted")
    void triesAndInterrupts() throws InterruptedException {
        left.lock();
        Attempt<Boolean> tries = Attempt.at("tries", () -> left.tryLock() || left.tryLock(1, TimeUnit.MILLISECONDS));
        Attempt<Boolean> waits = Attempt.at("waits", () -> {
            try {
                left.lockInterruptibly();
                return false;
            } catch (InterruptedException e) {
                return true;
            }
        });

        assertThat(tries.ends()).isTrue();
        assertThat(tries.result()).isFalse();
        assertThat(waits.stands()).isEqualTo(Standing.WAITING);
        waits.interrupt();
        assertThat(waits.ends() && waits.result()).isTrue();
        assertThat(watch.circle()).isEmpty();
    }

    @Test
    @DisplayName("refuses to take back what the thread does not hold")
    void refusesAStrangersUnlock() {
        assertThatThrownBy(left::unlock)
                .isInstanceOf(IllegalMonitorStateException.class)
                .hasMessageEndingWith("gave back left, which it does not hold");
    }

    @Test
    @DisplayName("stops by when a lock was taken, but not when it was taken again")
    void stopsBy() {
        List<Integer> held = new ArrayList<>();
        LockWatch stops = new LockWatch(held::add);
        Lock one = stops.lock("one");
        Lock two = stops.lock("two");

        one.lock();
        one.lock();
        two.lock();

        assertThat(held).containsExactly(1, 2);
    }
}
