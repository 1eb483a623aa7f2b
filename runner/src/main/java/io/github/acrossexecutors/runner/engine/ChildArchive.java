package io.github.acrossexecutors.runner.engine;

import io.github.acrossexecutors.archive.ArchiveKey;
import io.github.acrossexecutors.archive.CacheDirectory;
import io.github.acrossexecutors.archive.ClassArchives;
import io.github.acrossexecutors.runner.link.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The archive of what child JVMs load before they run a koan: with it a child is up in a third of the time and of the CPU time.
 *
 * <p>It is kept in the user's cache, and found by whoever starts children of the same class path with the same options. Whatever is wrong with it, or with
 * the cache, children start as slowly as without it.
 *
 * @param command how a child is started without it
 * @param cache where jars and archives are kept
 */
record ChildArchive(ChildCommand command, Path cache) {

    private static final Duration END = Duration.ofSeconds(60);

    /** The same command, from the archive of an earlier process if there is one. */
    static ChildCommand beneath(ChildCommand command) {
        return inTheUsersCache(command).flatMap(ChildArchive::find).orElse(command);
    }

    /** Makes the archive, unless it is there. */
    static void make(ChildCommand command) throws InterruptedException {
        Optional<ChildArchive> archive = inTheUsersCache(command);
        if (archive.isPresent()) {
            archive.get().make();
        }
    }

    private static Optional<ChildArchive> inTheUsersCache(ChildCommand command) {
        return CacheDirectory.ofTheUser().map(cache -> new ChildArchive(command, cache.resolve("koans")));
    }

    Optional<ChildCommand> find() {
        try {
            List<Path> jars = PackedClassPath.of(command.classPath(), cache).jars();
            if (!jars.stream().allMatch(Files::isReadable)) {
                return Optional.empty();
            }
            return new ClassArchives(cache).find(key(jars)).map(options -> command.from(jars, options));
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    void make() throws InterruptedException {
        try {
            List<Path> jars = PackedClassPath.of(command.classPath(), cache).pack();
            new ClassArchives(cache).make(key(jars), options -> rehearse(command.from(jars, options)));
        } catch (IOException | UncheckedIOException unwritable) {
            // Children start without it.
        }
    }

    private ArchiveKey key(List<Path> jars) {
        return new ArchiveKey(jars, command.allOptions());
    }

    private static boolean rehearse(ChildCommand command) throws InterruptedException {
        try (ChildJvm child = ChildJvm.start(command)) {
            for (Request.Part part : Request.Part.values()) {
                child.warm(part);
            }
            return child.awaitReady().isEmpty() && child.leaves(END);
        }
    }
}
