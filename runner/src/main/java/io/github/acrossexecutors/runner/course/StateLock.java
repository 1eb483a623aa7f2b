package io.github.acrossexecutors.runner.course;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two terminals from writing at the same time.
 *
 * <p>The lock is the operating system's, so it ends with the process that holds it; within one JVM the second to ask is refused and asks again, too.
 */
final class StateLock implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long PAUSE_NANOS = Duration.ofMillis(5).toNanos();

    private final FileChannel channel;
    private final FileLock lock;

    private StateLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    static StateLock of(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        FileLock lock = attempt(channel);
        while (lock == null) {
            if (System.nanoTime() > deadline) {
                channel.close();
                throw new IOException(
                        "another `learn` has held " + file.getFileName() + " for " + PATIENCE.toSeconds() + " s");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            lock = attempt(channel);
        }
        return new StateLock(channel, lock);
    }

    private static @Nullable FileLock attempt(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisJvm) {
            return null;
        }
    }

    void require() throws IOException {
        if (!lock.isValid()) {
            throw new IOException("the lock was lost");
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
