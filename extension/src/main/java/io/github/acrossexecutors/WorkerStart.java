package io.github.acrossexecutors;

import io.github.acrossexecutors.archive.ArchiveKey;
import io.github.acrossexecutors.archive.CacheDirectory;
import io.github.acrossexecutors.archive.ClassArchives;
import io.github.acrossexecutors.process.ProcessPool;
import io.github.acrossexecutors.process.ProcessPoolBuilder;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How worker JVMs that run JUnit are started: from an archive of its classes where there is one.
 *
 * <p>Where there is none, one is made when all tests are over: two JVMs that compute for some seconds would spoil whatever
 * tests measure, and delay the very workers they are to speed up. It happens once for a JDK and a version of JUnit.
 *
 * <p><b>Threads:</b> safe. An archive is made by a thread of its own, so that it can be given up: when its time is over, or
 * this JVM ends.
 */
final class WorkerStart implements AutoCloseable {

    private static final Duration MAKING_LIMIT = Duration.ofSeconds(30);
    private static final Duration GIVING_UP_LIMIT = Duration.ofSeconds(1);
    /** Build tools enable assertions by no option of the JVM. */
    private static final String ASSERTIONS = WorkerStart.class.desiredAssertionStatus() ? "-ea" : "-da";

    private final Optional<ClassArchives> archives;
    private final WorkerClassPath classPath = WorkerClassPath.ofThisJvm();
    private final AtomicReference<@Nullable ArchiveKey> missing = new AtomicReference<>();

    /** One for each directory of archives that runs of the session have asked for. */
    private record Key(Optional<Path> directory) {}

    private WorkerStart(Optional<ClassArchives> archives) {
        this.archives = archives;
    }

    static WorkerStart in(ExtensionContext context) {
        Key key = new Key(archives(AcrossExecutorsExtension.parameters(context)));
        return AcrossExecutorsExtension.storeOfTheSession(context)
                .getOrComputeIfAbsent(
                        key, unknown -> new WorkerStart(key.directory().map(ClassArchives::new)), WorkerStart.class);
    }

    private static Optional<Path> archives(Parameters parameters) {
        if (!parameters.isOn(Parameters.ARCHIVE)) {
            return Optional.empty();
        }
        return parameters
                .lookup()
                .apply(Parameters.ARCHIVE_DIRECTORY)
                .map(WorkerStart::directory)
                .or(CacheDirectory::ofTheUser);
    }

    static Path directory(String text) {
        try {
            if (!text.isBlank()) {
                return Path.of(text.trim());
            }
        } catch (InvalidPathException e) {
            // Said below.
        }
        throw new ExtensionConfigurationException(
                Parameters.ARCHIVE_DIRECTORY + " must be the path of a directory, not '" + text + "'.");
    }

    /** Workers for the user's own tasks: what these load nobody knows, and it need not be JUnit. */
    ProcessPoolBuilder withoutJUnit() {
        return ProcessPool.builder()
                .classPath(classPath.entries())
                .inheritJvmArgs(true)
                .jvmArgs(ASSERTIONS);
    }

    /** Workers that run JUnit. */
    ProcessPoolBuilder withJUnit() {
        List<String> all = new ArrayList<>(ProcessPoolBuilder.inheritableJvmArgs());
        all.add(ASSERTIONS);
        Optional<ArchiveKey> key = key(classPath.archivable(), all);
        if (archives.isEmpty() || key.isEmpty()) {
            return withoutJUnit();
        }
        List<String> options = new ArrayList<>(List.of(ASSERTIONS));
        archives.get().find(key.get()).ifPresentOrElse(options::addAll, () -> missing.set(key.get()));
        return withoutJUnit().classPath(classPath.archivableFirst()).jvmArgs(options.toArray(String[]::new));
    }

    /** What an archive has to fit; empty if there cannot be one: agents change classes as these are loaded. */
    static Optional<ArchiveKey> key(List<Path> jars, List<String> options) {
        boolean agents = options.stream().anyMatch(option -> option.matches("-(javaagent|agentlib|agentpath):.*"));
        return agents || jars.isEmpty()
                ? Optional.empty()
                : Optional.of(new ArchiveKey(
                        jars,
                        options.stream()
                                .filter(option -> !option.startsWith("-D"))
                                .toList()));
    }

    /** Make what was missed, once all tests of the session are over. */
    @Override
    public void close() {
        ArchiveKey key = missing.get();
        if (archives.isPresent() && key != null) {
            Thread maker = new Thread(() -> make(archives.get(), key), "class-archive");
            maker.setDaemon(true);
            Thread hook = new Thread(() -> giveUp(maker), "class-archive-end");
            try {
                Runtime.getRuntime().addShutdownHook(hook);
                maker.start();
                await(maker, MAKING_LIMIT);
                giveUp(maker);
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // This JVM ends: either nothing was begun, or the hook has given it up.
            }
        }
    }

    private static void make(ClassArchives archives, ArchiveKey key) {
        try {
            archives.make(key, new WorkerRehearsal(key));
        } catch (IOException e) {
            // Where nothing can be written, workers start without an archive.
        } catch (InterruptedException e) {
            // Another run will make it.
        }
    }

    private static void giveUp(Thread maker) {
        maker.interrupt();
        await(maker, GIVING_UP_LIMIT);
    }

    private static void await(Thread maker, Duration limit) {
        try {
            maker.join(limit.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
