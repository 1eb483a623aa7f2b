package koans.kit;

import io.github.acrossexecutors.timing.Span;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

/**
 * What threads were seen doing in this JVM, as spans: which of them waited for a slow page or stood where a test held it, from
 * when to when. The runner draws it; where nobody has begun to watch, as in an IDE, nothing is kept.
 *
 * <p>Concurrency: one thread begins, divides and takes; any number of others are seen meanwhile. A span belongs to the round
 * that was the current one when the span began, so what a thread does too late is never laid to the next test's charge. It is
 * kept when it ends; one that has not ended when the rounds are taken is left out.
 */
public final class Timeline {

    private static final Timeline OF_THIS_JVM = new Timeline();

    /** As many as a page of half a megabyte shows. */
    private static final int MOST_SPANS = 5_000;

    private static final int LONGEST_NAME = 60;
    private static final long ELSEWHERE = 0;

    /** As the {@link Watchdog} names the thread of a test, which calls the learner's code. */
    private static final Pattern TEST = Pattern.compile("K\\d{4} .*");

    // Added to and emptied by the thread that begins and takes; its last is read by all.
    private final List<Open> rounds = new ArrayList<>();
    private final AtomicInteger room = new AtomicInteger();

    // Written by that thread, read by those that are seen.
    private volatile Open current = Open.NONE;

    private Timeline() {}

    /** {@return the one of this JVM} */
    public static Timeline ofThisJvm() {
        return OF_THIS_JVM;
    }

    /**
     * Some spans that belong together.
     *
     * @param method the test method that ran
     * @param name what the test calls it; empty if it has not divided its run
     * @param gcCount garbage collections meanwhile
     * @param gcNanos the time they took
     * @param spans what was seen, on the clock of {@link System#nanoTime}
     */
    public record Round(String method, String name, long gcCount, long gcNanos, List<Span> spans) {

        /** Copies the spans. */
        public Round {
            spans = List.copyOf(spans);
        }
    }

    /**
     * Watch a test method from here on.
     *
     * @param method its name
     */
    public synchronized void begin(String method) {
        if (rounds.isEmpty()) {
            room.set(MOST_SPANS);
        }
        open(new Open(method, ""));
    }

    /** The rest of the test method is another round. */
    synchronized void round(String name) {
        if (current.isWatched()) {
            open(new Open(current.method, name));
        }
    }

    private void open(Open next) {
        current.close();
        current = next;
        rounds.add(next);
    }

    /**
     * Watch no longer.
     *
     * @return all rounds in which something was seen, in their order
     */
    public synchronized List<Round> take() {
        current.close();
        current = Open.NONE;
        List<Round> taken = rounds.stream()
                .filter(round -> !round.spans.isEmpty())
                .map(Open::told)
                .toList();
        rounds.clear();
        return taken;
    }

    /** The calling thread begins to do something. */
    Seeing sees(int task) {
        Thread thread = Thread.currentThread();
        return sees(task, thread.threadId(), thread.getName());
    }

    /** A thread of this JVM begins to do something. */
    Seeing sees(int task, long threadId, String threadName) {
        Open round = current;
        return new Seeing(round, task, round.isWatched() ? worker(threadId, threadName) : "", threadId);
    }

    /** Somebody begins to do something of whose thread no more is known than a name. */
    Seeing seesElsewhere(int task, String worker) {
        return new Seeing(current, task, worker, ELSEWHERE);
    }

    /** Names may be the same; numbers are not. */
    private static String worker(long id, String name) {
        String cut = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        String shown = TEST.matcher(name).matches() ? "caller" : cut.isBlank() ? "virtual-" + id : cut;
        return shown + " #" + id;
    }

    /** Something that a thread is doing. */
    final class Seeing {

        private final Open round;
        private final int task;
        private final String worker;
        private final long threadId;
        private final long cpuNanos;
        private final long startNanos;

        private Seeing(Open round, int task, String worker, long threadId) {
            this.round = round;
            this.task = task;
            this.worker = worker;
            this.threadId = threadId;
            this.cpuNanos = cpuNanos();
            this.startNanos = System.nanoTime();
        }

        /** Of a virtual thread the JDK does not tell it. */
        private long cpuNanos() {
            return round.isWatched() && threadId != ELSEWHERE ? Cpu.THREADS.getThreadCpuTime(threadId) : -1;
        }

        void ends() {
            if (!round.isWatched() || room.getAndDecrement() <= 0) {
                return;
            }
            long endNanos = System.nanoTime();
            long cpuAtEnd = cpuNanos();
            OptionalLong cpu =
                    cpuNanos < 0 || cpuAtEnd < 0 ? OptionalLong.empty() : OptionalLong.of(cpuAtEnd - cpuNanos);
            round.spans.add(new Span(task, worker, startNanos, endNanos, cpu));
        }
    }

    private static final class Cpu {
        static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    }

    /** A round that goes on. */
    private static final class Open {

        static final Open NONE = new Open("", "");

        private final String method;
        private final String name;
        private final Queue<Span> spans = new ConcurrentLinkedQueue<>();

        // Belong to the thread that begins and takes.
        private long gcCount;
        private long gcMillis;

        Open(String method, String name) {
            this.method = method;
            this.name = name;
            if (isWatched()) {
                gcCount = -collections(GarbageCollectorMXBean::getCollectionCount);
                gcMillis = -collections(GarbageCollectorMXBean::getCollectionTime);
            }
        }

        boolean isWatched() {
            return !method.isEmpty();
        }

        void close() {
            if (isWatched()) {
                gcCount += collections(GarbageCollectorMXBean::getCollectionCount);
                gcMillis += collections(GarbageCollectorMXBean::getCollectionTime);
            }
        }

        private static long collections(ToLongFunction<GarbageCollectorMXBean> what) {
            return ManagementFactory.getGarbageCollectorMXBeans().stream()
                    .mapToLong(what)
                    .sum();
        }

        Round told() {
            return new Round(method, name, gcCount, gcMillis * 1_000_000, List.copyOf(spans));
        }
    }
}
