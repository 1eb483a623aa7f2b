package io.github.acrossexecutors.benchmarks.process;

import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A bare child JVM that sends 64 bytes back: what no pool can be faster than. */
final class Echo implements AutoCloseable {

    private static final int BYTES = 64;

    private final Process process;
    private final byte[] bytes = new byte[BYTES];

    private Echo() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Echo.class.getName())
                .start();
    }

    /** Starts so many at once. */
    static List<Echo> start(int count) throws IOException {
        List<Echo> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(new Echo());
        }
        return all;
    }

    void roundTrip() throws IOException {
        OutputStream out = process.getOutputStream();
        out.write(bytes);
        out.flush();
        new DataInputStream(process.getInputStream()).readFully(bytes);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Echoes until its input ends. */
    public static void main(String[] arguments) throws IOException {
        byte[] bytes = new byte[BYTES];
        try (InputStream in = new FileInputStream(FileDescriptor.in);
                OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            while (in.readNBytes(bytes, 0, BYTES) == BYTES) {
                out.write(bytes);
            }
        }
    }
}
