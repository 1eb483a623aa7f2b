package io.github.acrossexecutors.diagnosis;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thread at one moment.
 *
 * @param id the thread's identifier, unique in its JVM
 * @param name its name, or {@code thread #id} where it has none
 * @param state its state in the words of {@link Thread.State}
 * @param frames its stack, innermost frame first, in the form of {@link StackTraceElement#toString()}
 * @param waitsFor the lock it waits for as {@code class@identityHash}, or null if none is known
 * @param holder the identifier of the thread that holds that lock, or null if the JDK does not tell
 * @param holds the locks it holds, in the same form
 */
record ThreadSnapshot(
        long id,
        String name,
        String state,
        List<String> frames,
        @Nullable String waitsFor,
        @Nullable Long holder,
        Set<String> holds) {

    private static final Pattern JDK_FRAME = Pattern.compile("(java|jdk)\\.[a-z.]+(@[^/]*)?/.*|.*/(java|jdk)\\..*");

    ThreadSnapshot {
        name = name.isEmpty() ? "thread #" + id : name;
        frames = List.copyOf(frames);
        // A dump still counts a monitor as locked by the thread that has let go of it to wait() for its notification.
        holds = holds.stream().filter(lock -> !lock.equals(waitsFor)).collect(Collectors.toUnmodifiableSet());
    }

    boolean isAlive() {
        return !state.equals(Thread.State.TERMINATED.toString());
    }

    /** What a thread says of itself: no locks, but on every JDK and of virtual threads too. */
    static ThreadSnapshot of(Thread thread) {
        List<String> frames = Arrays.stream(thread.getStackTrace())
                .map(StackTraceElement::toString)
                .toList();
        return new ThreadSnapshot(
                thread.getId(), thread.getName(), thread.getState().toString(), frames, null, null, Set.of());
    }

    /**
     * This thread as the dump tells it, with the locks of both. The dump has the state and the monitors right where a
     * virtual thread owns the monitor (ThreadMXBean calls the waiting thread RUNNABLE); only ThreadMXBean knows who
     * holds a {@code ReentrantLock}.
     */
    ThreadSnapshot completedBy(ThreadSnapshot dumped) {
        Set<String> both = new HashSet<>(holds);
        both.addAll(dumped.holds);
        boolean waitsForTheSame = dumped.waitsFor == null || dumped.waitsFor.equals(waitsFor);
        return new ThreadSnapshot(
                id,
                name,
                dumped.state,
                dumped.frames.isEmpty() ? frames : dumped.frames,
                waitsForTheSame ? waitsFor : dumped.waitsFor,
                waitsForTheSame ? holder : null,
                both);
    }

    /** The innermost frame that is not the JDK's own, which is where a person must look. */
    String place() {
        return frames.stream()
                .filter(frame -> !JDK_FRAME.matcher(frame).matches())
                .findFirst()
                .orElse(frames.isEmpty() ? "an unknown place" : frames.get(0));
    }
}
