package io.github.acrossexecutors.diagnosis;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.PlatformManagedObject;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's own plain-text thread dump, which unlike {@code ThreadMXBean} knows virtual threads and the monitors they
 * hold ({@code HotSpotDiagnosticMXBean.dumpThreads}; with states and locks from JDK 25 on, empty before).
 *
 * <p>A thread is a paragraph: a head such as {@code #23 "v1" virtual BLOCKED 2026-11-21T21:59:59.5Z}, then its frames
 * and, below the frame they belong to, {@code - locked <lock>}, {@code - waiting to lock <lock>} and {@code - parking to
 * wait for <lock>}. Lines it does not know it passes over.
 */
final class ThreadDump {

    /** By name: other JVMs, and run-time images without the module jdk.management, lack it. */
    private static final String HOT_SPOT_DIAGNOSTIC = "com.sun.management.HotSpotDiagnosticMXBean";

    private static final Pattern PARAGRAPHS = Pattern.compile("\\R\\R");
    private static final Pattern HEAD = Pattern.compile("#(\\d+) \"(.*)\"(?: virtual)? ([A-Z_]+) .*");
    private static final Pattern FRAME = Pattern.compile("\\s+(?:at )?([^\\s-].*\\(.*\\))");
    private static final Pattern WAITING =
            Pattern.compile("\\s+- (?:waiting to lock|waiting on|parking to wait for) <(.*)>");
    private static final Pattern LOCKED = Pattern.compile("\\s+- locked <(.*)>");

    private ThreadDump() {}

    /** The live threads of this JVM by identifier; empty where the JDK offers no such dump. */
    static Map<Long, ThreadSnapshot> take() {
        return parse(dump());
    }

    static Map<Long, ThreadSnapshot> parse(String dump) {
        return PARAGRAPHS
                .splitAsStream(dump)
                .map(paragraph -> paragraph.lines().toList())
                .flatMap(lines -> HEAD.matcher(lines.isEmpty() ? "" : lines.get(0))
                        .results()
                        .map(head -> thread(head, lines)))
                .collect(Collectors.toMap(ThreadSnapshot::id, Function.identity(), (first, second) -> first));
    }

    private static ThreadSnapshot thread(MatchResult head, List<String> lines) {
        List<String> frames = new ArrayList<>();
        Set<String> holds = new LinkedHashSet<>();
        @Nullable String waitsFor = null;
        for (String line : lines) {
            Matcher frame = FRAME.matcher(line);
            Matcher waiting = WAITING.matcher(line);
            Matcher locked = LOCKED.matcher(line);
            if (frame.matches()) {
                frames.add(frame.group(1));
            } else if (waiting.matches()) {
                waitsFor = waiting.group(1);
            } else if (locked.matches()) {
                holds.add(locked.group(1));
            }
        }
        return new ThreadSnapshot(
                Long.parseLong(head.group(1)), head.group(2), head.group(3), frames, waitsFor, null, holds);
    }

    private static String dump() {
        // The dump is written through a channel, which an interrupted thread would find closed.
        boolean interrupted = Thread.interrupted();
        try {
            Path directory = Files.createTempDirectory("thread-dump");
            Path file = directory.resolve("threads.txt");
            try {
                dumpTo(file);
                return Files.readString(file);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(directory);
            }
        } catch (IOException | ReflectiveOperationException | RuntimeException e) {
            // What can still be said without a dump is worth more than the reason why there is none.
            return "";
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void dumpTo(Path file) throws ReflectiveOperationException {
        Class<? extends PlatformManagedObject> bean =
                Class.forName(HOT_SPOT_DIAGNOSTIC).asSubclass(PlatformManagedObject.class);
        for (Method method : bean.getMethods()) {
            if (method.getName().equals("dumpThreads")) {
                Object plainText =
                        method.getParameterTypes()[1].getField("TEXT_PLAIN").get(null);
                method.invoke(ManagementFactory.getPlatformMXBean(bean), file.toString(), plainText);
                return;
            }
        }
        throw new NoSuchMethodException("dumpThreads");
    }
}
