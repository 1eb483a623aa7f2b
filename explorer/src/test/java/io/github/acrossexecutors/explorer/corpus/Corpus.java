package io.github.acrossexecutors.explorer.corpus;

import io.github.acrossexecutors.explorer.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The list of it all. */
public final class Corpus {

    private Corpus() {}

    /**
     * A mistake and the same code without it.
     *
     * @param what in a few words
     * @param bug the scenario with the mistake
     * @param correct the scenario without it
     * @param expected in which way the bug must be seen to break
     * @param source where it was published; empty for what everybody knows
     */
    public record Entry(String what, Class<?> bug, Class<?> correct, Kind expected, Optional<String> source) {

        @Override
        public String toString() {
            return what;
        }
    }

    /**
     * What everybody gets wrong once.
     *
     * @return the entries, in the order of the table
     */
    public static List<Entry> classics() {
        return List.of(
                classic("lost update", LostUpdate.class, Kind.WRONG_RESULT),
                classic("volatile increment", VolatileIncrement.class, Kind.WRONG_RESULT),
                classic("check-then-act on a map", CheckThenActOnMap.class, Kind.WRONG_RESULT),
                classic("lazy initialization", LazyInitialization.class, Kind.WRONG_RESULT),
                classic("double-checked locking", DoubleCheckedLocking.class, Kind.DATA_RACE),
                classic("stop flag", StopFlag.class, Kind.DATA_RACE),
                classic("lock order", LockOrder.class, Kind.STUCK),
                classic("three dining philosophers", DiningPhilosophers.class, Kind.STUCK),
                classic("bounded buffer with notify", BufferWithNotify.class, Kind.STUCK),
                classic("bounded buffer with signal", BufferWithSignal.class, Kind.STUCK),
                classic("buffer with if for while", BufferWithIf.class, Kind.EXCEPTION),
                classic("two-field publication", TwoFieldPublication.class, Kind.DATA_RACE),
                classic("compareAndSet after a stale read", StaleCompareAndSet.class, Kind.WRONG_RESULT),
                classic("ABA on a stack", AbaOnStack.class, Kind.WRONG_RESULT),
                classic("read lock upgraded", ReadLockUpgrade.class, Kind.STUCK),
                classic("semaphore leak", SemaphoreLeak.class, Kind.STUCK),
                classic("latch counted twice", LatchCountedTwice.class, Kind.WRONG_RESULT),
                classic("lock unlocked by nobody", LockNeverUnlocked.class, Kind.STUCK),
                classic("lost wake-up with park", LostWakeUp.class, Kind.STUCK));
    }

    /**
     * Mistakes that others made and described, written anew from the description.
     *
     * @return the entries, each with its source
     */
    public static List<Entry> published() {
        return List.of(
                published("text inserted into itself", InsertIntoItself.class, Kind.EXCEPTION, "JDK-7100996 (2011)"),
                published(
                        "logger registration",
                        LoggerRegistration.class,
                        Kind.STUCK,
                        "F. Kieviet, Lessons of an interesting deadlock problem (2009)"),
                published(
                        "number range",
                        NumberRange.class,
                        Kind.WRONG_RESULT,
                        "B. Goetz and others, Java Concurrency in Practice (2006), listing 4.10"),
                published(
                        "signal only if it was empty",
                        SignalIfWasEmpty.class,
                        Kind.STUCK,
                        "M. Herlihy, N. Shavit, The Art of Multiprocessor Programming (2008), section 8.2.2"));
    }

    /**
     * What the language and the JDK offer to threads, used as it is meant.
     *
     * @return scenarios that nobody may accuse
     */
    public static List<Class<?>> usedRight() {
        return Stream.of(
                        LanguageUsedRight.class,
                        QueuesUsedRight.class,
                        CollectionsUsedRight.class,
                        LocksUsedRight.class,
                        SynchronizersUsedRight.class,
                        ExecutorsUsedRight.class)
                .<Class<?>>flatMap(group -> Arrays.stream(group.getDeclaredClasses())
                        .filter(ScenarioClasses::isScenario)
                        .sorted((one, other) -> one.getName().compareTo(other.getName())))
                .toList();
    }

    private static Entry classic(String what, Class<?> file, Kind expected) {
        return new Entry(
                what,
                ScenarioClasses.named(file, "Bug"),
                ScenarioClasses.named(file, "Correct"),
                expected,
                Optional.empty());
    }

    private static Entry published(String what, Class<?> file, Kind expected, String source) {
        return new Entry(
                what,
                ScenarioClasses.named(file, "Bug"),
                ScenarioClasses.named(file, "Correct"),
                expected,
                Optional.of(source));
    }
}
