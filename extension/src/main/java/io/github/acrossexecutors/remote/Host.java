package io.github.acrossexecutors.remote;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The life-cycles that are open in this JVM on behalf of another one.
 *
 * <p><b>Threads:</b> safe. A life-cycle is opened by whichever request comes first; the others wait for that.
 */
final class Host {

    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final String MACHINE = bootOrHost();
    private static final Map<String, HostedRun> RUNS = new ConcurrentHashMap<>();

    private Host() {}

    static HostedRun run(Opening opening) {
        refuseOwn(opening.run());
        HostedRun run = RUNS.computeIfAbsent(opening.run().toString(), id -> new HostedRun(opening));
        run.start();
        return run;
    }

    static Optional<HostedRun> find(RunId run) {
        refuseOwn(run);
        return find(run.toString());
    }

    private static void refuseOwn(RunId run) {
        if (run.isOfThisJvm()) {
            throw new IllegalStateException(
                    "A task that was sent to other JVMs has come back to the one that sent it: an"
                            + " executor whose placement is OTHER_JVMS must not execute it here.");
        }
    }

    static Optional<HostedRun> find(String run) {
        return Optional.ofNullable(RUNS.get(run));
    }

    static void forget(RunId run) {
        RUNS.remove(run.toString());
    }

    /** The same on all JVMs of one machine, and on no two machines. */
    static String machine() {
        return MACHINE;
    }

    private static String bootOrHost() {
        try {
            return Files.readString(BOOT).trim();
        } catch (IOException e) {
            return hostName();
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
