package io.github.acrossexecutors.runner.path;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells one state of a text file from another: SHA-256, taken with line ends as {@code \n}, so a checkout on Windows counts as the same. */
public final class FileHash {

    private FileHash() {}

    /**
     * Hashes a file.
     *
     * @param file what to hash
     * @return 64 hexadecimal digits; empty if there is no such file
     */
    public static String of(Path file) {
        try {
            return Files.isRegularFile(file) ? of(Files.readAllBytes(file)) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Hashes a file's content.
     *
     * @param content what the file holds
     * @return 64 hexadecimal digits
     */
    public static String of(byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
