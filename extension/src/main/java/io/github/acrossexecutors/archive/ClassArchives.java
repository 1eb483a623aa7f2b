package io.github.acrossexecutors.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The archives of a directory. Several JVMs may use it at once, and nothing that happens to its files does more than make
 * JVMs start as slowly as without them.
 *
 * <p>An archive is made under another name, by whichever JVM holds a lock, which falls with that JVM; it is proved by a second
 * rehearsal, and moved to its name in one step. That name tells its size: JDK 17 dies of an archive that was cut off.
 * A try that came to nothing, for whatever reason, is not repeated for an hour. What has not been used for thirty days is
 * deleted when the next archive is made.
 */
public final class ClassArchives {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration USE_IS_NOTED_AFTER = Duration.ofDays(1);
    private static final Duration TRIED_AGAIN_AFTER = Duration.ofHours(1);
    private static final Duration ASSEMBLY_LIMIT = Duration.ofSeconds(30);
    private static final Pattern OURS = Pattern.compile("[0-9a-f]{16}[.-][a-z0-9.]+");

    private final Path directory;
    private final ArchiveFormat format;

    /**
     * Use those of a directory, which need not exist.
     *
     * @param directory the directory
     */
    public ClassArchives(Path directory) {
        this(directory, ArchiveFormat.ofJdk(Runtime.version().feature()));
    }

    ClassArchives(Path directory, ArchiveFormat format) {
        this.directory = directory.toAbsolutePath();
        this.format = format;
    }

    /**
     * Find the archive of a key.
     *
     * @param key which
     * @return the options of a JVM that starts from it; empty if there is none, or none that can be read
     */
    public Optional<List<String>> find(ArchiveKey key) {
        try {
            return find(key.name()).map(format::using);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<Path> find(String name) throws IOException {
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(directory)) {
            Optional<Path> found = files.filter(file -> isWhole(file, name)).findFirst();
            found.ifPresent(ClassArchives::used);
            return found;
        }
    }

    private boolean isWhole(Path file, String name) {
        try {
            return file.getFileName().toString().equals(finished(name, Files.size(file))) && Files.isReadable(file);
        } catch (IOException e) {
            return false;
        }
    }

    private String finished(String name, long size) {
        return name + "-" + size + "." + format.suffix();
    }

    /** Its time of change becomes that of its last use; once a day is enough. */
    private static void used(Path archive) {
        try {
            if (isOlder(archive, USE_IS_NOTED_AFTER)) {
                Files.setLastModifiedTime(archive, FileTime.from(Instant.now()));
            }
        } catch (IOException e) {
            // In a directory that only others may change, others delete.
        }
    }

    private static boolean isOlder(Path file, Duration age) throws IOException {
        return Files.getLastModifiedTime(file)
                .toInstant()
                .isBefore(Instant.now().minus(age));
    }

    /**
     * Make the archive of a key, unless it is there, or another JVM makes it, or that was tried within an hour. Takes seconds.
     *
     * @param key which
     * @param rehearsal what it is made of
     * @throws IOException if the directory cannot be written
     * @throws InterruptedException if interrupted; no process is left behind then
     */
    public void make(ArchiveKey key, Rehearsal rehearsal) throws IOException, InterruptedException {
        String name = key.name();
        Path lastTry = directory.resolve(name + ".lock");
        if (find(name).isPresent() || (Files.exists(lastTry) && !isOlder(lastTry, TRIED_AGAIN_AFTER))) {
            return;
        }
        Files.createDirectories(directory);
        try (FileChannel channel = FileChannel.open(lastTry, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null && find(name).isEmpty()) {
                Files.setLastModifiedTime(lastTry, FileTime.from(Instant.now()));
                make(key, name, rehearsal);
            }
        } catch (OverlappingFileLockException e) {
            // Another thread of this JVM is making it.
        }
    }

    private void make(ArchiveKey key, String name, Rehearsal rehearsal) throws IOException, InterruptedException {
        Path record = directory.resolve(name + ".record");
        Path draft = directory.resolve(name + ".draft");
        try {
            boolean made = rehearsal.run(format.recording(record, draft))
                    && assemble(key, format.assembling(record, draft))
                    && Files.exists(draft)
                    && rehearsal.run(format.using(draft));
            if (made) {
                Path archive = directory.resolve(finished(name, Files.size(draft)));
                Files.move(draft, archive, StandardCopyOption.ATOMIC_MOVE);
                sweep();
            }
        } finally {
            Files.deleteIfExists(record);
            Files.deleteIfExists(draft);
        }
    }

    private static boolean assemble(ArchiveKey key, List<String> options) throws IOException, InterruptedException {
        if (options.isEmpty()) {
            return true;
        }
        Process process = new ProcessBuilder(Stream.of(
                                Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString()),
                                key.options().stream(),
                                options.stream(),
                                Stream.of("-cp", key.classPath()))
                        .flatMap(part -> part)
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return process.waitFor(ASSEMBLY_LIMIT.toNanos(), TimeUnit.NANOSECONDS) && process.exitValue() == 0;
        } finally {
            process.destroyForcibly();
        }
    }

    private void sweep() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                if (OURS.matcher(file.getFileName().toString()).matches() && isOlder(file, KEPT)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
