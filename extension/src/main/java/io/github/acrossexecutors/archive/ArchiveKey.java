package io.github.acrossexecutors.archive;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Which JVMs an archive fits: those of the same Java installation, with the same options, whose class path begins with the
 * same jars.
 *
 * @param jars the jars
 * @param options options of the JVM
 */
public record ArchiveKey(List<Path> jars, List<String> options) {

    /** The offset and the prime of FNV-1a, 64 bits. */
    private static final long HASH_OFFSET = 0xcbf29ce484222325L;

    private static final long HASH_PRIME = 0x100000001b3L;
    private static final List<String> INSTALLATION =
            List.of("java.home", "java.runtime.version", "java.vm.name", "java.vm.version", "os.name", "os.arch");

    /** Copy both lists. */
    public ArchiveKey {
        jars = List.copyOf(jars);
        options = List.copyOf(options);
    }

    /** The jars as a class path. */
    String classPath() {
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /**
     * A name for what the key stands for at this moment, 16 hexadecimal digits. What the jars contain is part of it: JDK 25
     * starts from an archive whose jars have been rebuilt, and executes the old code.
     */
    String name() throws IOException {
        StringBuilder text = new StringBuilder();
        Stream.concat(INSTALLATION.stream().map(key -> System.getProperty(key, "")), options.stream())
                .forEach(line -> text.append(line).append('\n'));
        for (Path jar : jars) {
            CRC32 contents = new CRC32();
            contents.update(Files.readAllBytes(jar));
            text.append(jar).append('\n').append(Files.getLastModifiedTime(jar).toMillis());
            text.append(' ').append(Files.size(jar)).append(' ').append(contents.getValue());
            text.append('\n');
        }
        return HexFormat.of().toHexDigits(hash(text.toString()));
    }

    /** No cryptography: to load it takes longer than all else here, while a worker waits to be started. */
    private static long hash(String text) {
        long hash = HASH_OFFSET;
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (each & 0xff)) * HASH_PRIME;
        }
        return hash;
    }
}
