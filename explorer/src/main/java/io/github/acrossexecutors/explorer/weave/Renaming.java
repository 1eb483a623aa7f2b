package io.github.acrossexecutors.explorer.weave;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Puts other classes in the place of some, wherever a class file names them.
 *
 * <p>Names stand in the constant pool alone, as text; everything else refers to that by number. So the texts are changed
 * and the rest of the file is copied.
 */
final class Renaming implements UnaryOperator<byte[]> {

    /** Where copies live: {@code java.} itself is closed to class loaders. */
    static final String COPIES = "explored/";

    private static final String CONCURRENT = "java/util/concurrent/";
    private static final String STAND_INS = "io/github/acrossexecutors/explorer/standin/";

    private static final Pattern COPIED = Pattern.compile(
            "java/util/concurrent/((locks/(Abstract(OwnableSynchronizer|Queued(Long)?Synchronizer)|Reentrant(ReadWrite)?Lock"
                    + "|StampedLock))|Semaphore|CountDownLatch|CyclicBarrier|Phaser|Exchanger|FutureTask|CompletableFuture|CompletionStage"
                    + "|AbstractExecutorService|(Scheduled)?ThreadPoolExecutor|Executors|ExecutorCompletionService"
                    + "|(Array|Linked|Priority)Blocking(Queue|Deque)|DelayQueue|SynchronousQueue|LinkedTransferQueue"
                    + "|Concurrent(HashMap|Linked(Queue|Deque)|SkipList(Map|Set))|CopyOnWriteArray(List|Set)"
                    + "|ThreadPerTaskExecutor|Helpers)(?![A-Za-z0-9_])");

    private static final Map<String, String> REPLACED = Map.of(
            "jdk/internal/misc/Unsafe",
            "Unsafe",
            "jdk/internal/invoke/MhUtil",
            "MhUtil",
            "jdk/internal/vm/ThreadContainers",
            "ThreadContainer",
            "jdk/internal/vm/ThreadContainer",
            "ThreadContainer",
            "jdk/internal/vm/SharedThreadContainer",
            "ThreadContainer",
            "jdk/internal/access/SharedSecrets",
            "SharedSecrets",
            "jdk/internal/access/JavaLangAccess",
            "SharedSecrets$JavaLangAccess",
            CONCURRENT + "ThreadLocalRandom",
            "ThreadLocalRandom",
            CONCURRENT + "ForkJoinWorkerThread",
            "ForkJoinWorkerThread");

    private static final Map<String, String> REPLACED_TOO = Map.of(
            CONCURRENT + "ForkJoinPool", "ForkJoinPool",
            CONCURRENT + "DelayScheduler$ScheduledForkJoinTask", "ForkJoinPool$ScheduledTask");

    private static final Pattern STOOD_IN_FOR = Pattern.compile("(jdk/internal/(misc/Unsafe|invoke/MhUtil"
            + "|vm/(ThreadContainers?|SharedThreadContainer)|access/(SharedSecrets|JavaLangAccess))"
            + "|java/util/concurrent/(ThreadLocalRandom|ForkJoinWorkerThread|ForkJoinPool"
            + "|DelayScheduler\\$ScheduledForkJoinTask))(?![A-Za-z0-9_$])");

    private static final int UTF8 = 1;
    private static final int[] SIZES = {0, 0, 0, 4, 4, 8, 8, 2, 2, 4, 4, 4, 4, 0, 0, 3, 2, 4, 4, 2, 2};
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int HEADER = 8;

    private final boolean standIns;

    private Renaming(boolean standIns) {
        this.standIns = standIns;
    }

    /** For the subject: what waits becomes a copy. */
    static Renaming ofSubject() {
        return new Renaming(false);
    }

    /** For copies: beside that, the inside of the JDK becomes a stand-in. */
    static Renaming ofCopies() {
        return new Renaming(true);
    }

    static boolean isCopied(String internalName) {
        return COPIED.matcher(internalName).lookingAt();
    }

    String rename(String text) {
        if (!text.contains("/")) {
            return text;
        }
        String copied = COPIED.matcher(text).replaceAll(COPIES + "$0");
        return standIns ? STOOD_IN_FOR.matcher(copied).replaceAll(found -> standIn(found.group())) : copied;
    }

    private static String standIn(String name) {
        String replaced = REPLACED.getOrDefault(name, REPLACED_TOO.getOrDefault(name, ""));
        return (STAND_INS + replaced).replace("$", "\\$");
    }

    @Override
    public byte[] apply(byte[] classFile) {
        try {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(classFile.length + 1024);
            DataOutputStream out = new DataOutputStream(bytes);
            out.write(in.readNBytes(HEADER));
            int count = in.readUnsignedShort();
            out.writeShort(count);
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                out.writeByte(tag);
                if (tag == UTF8) {
                    out.writeUTF(rename(in.readUTF()));
                } else {
                    out.write(in.readNBytes(SIZES[tag]));
                }
                i += tag == LONG || tag == DOUBLE ? 1 : 0;
            }
            out.write(in.readAllBytes());
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
