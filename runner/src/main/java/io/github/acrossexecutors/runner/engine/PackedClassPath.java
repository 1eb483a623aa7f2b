package io.github.acrossexecutors.runner.engine;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * A class path in which each directory has become a jar: archives of classes want jars, and a build's own classes are in directories.
 *
 * <p>A jar is named, like an archive, by 16 hexadecimal digits, after the names, sizes and times of what is in it: another state of a directory gets
 * another jar. It is written under another name and moved in one step: several processes may pack at once.
 *
 * @param entries what the class path had, without what does not exist
 * @param directory where jars are kept
 */
record PackedClassPath(List<Path> entries, Path directory) {

    private static final int NAME_BYTES = 8;

    static PackedClassPath of(String classPath, Path directory) {
        List<Path> entries = Stream.of(classPath.split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .filter(Files::exists)
                .toList();
        return new PackedClassPath(entries, directory);
    }

    /** Where each entry's jar is, or would be: packs nothing. */
    List<Path> jars() throws IOException {
        List<Path> jars = new ArrayList<>();
        for (Path entry : entries) {
            jars.add(Files.isDirectory(entry) ? jar(files(entry)) : entry);
        }
        return jars;
    }

    /** Packs what is not packed yet. */
    List<Path> pack() throws IOException {
        Files.createDirectories(directory);
        List<Path> jars = new ArrayList<>();
        for (Path entry : entries) {
            if (Files.isDirectory(entry)) {
                SortedMap<String, Path> files = files(entry);
                Path jar = jar(files);
                if (!Files.exists(jar)) {
                    write(files, jar);
                }
                jars.add(jar);
            } else {
                jars.add(entry);
            }
        }
        return jars;
    }

    private static SortedMap<String, Path> files(Path root) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(root)) {
            found.filter(Files::isRegularFile)
                    .forEach(
                            file -> files.put(root.relativize(file).toString().replace(File.separatorChar, '/'), file));
        }
        return files;
    }

    private Path jar(SortedMap<String, Path> files) throws IOException {
        MessageDigest digest = sha256();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            String state = file.getKey() + "\n" + Files.size(file.getValue()) + " "
                    + Files.getLastModifiedTime(file.getValue()).toMillis() + "\n";
            digest.update(state.getBytes(StandardCharsets.UTF_8));
        }
        return directory.resolve(HexFormat.of().formatHex(digest.digest(), 0, NAME_BYTES) + ".jar");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void write(SortedMap<String, Path> files, Path jar) throws IOException {
        Path draft = Files.createTempFile(directory, "", ".part");
        try {
            try (JarOutputStream out = new JarOutputStream(new BufferedOutputStream(Files.newOutputStream(draft)))) {
                for (Map.Entry<String, Path> file : files.entrySet()) {
                    out.putNextEntry(new JarEntry(file.getKey()));
                    Files.copy(file.getValue(), out);
                    out.closeEntry();
                }
            }
            Files.move(draft, jar, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
