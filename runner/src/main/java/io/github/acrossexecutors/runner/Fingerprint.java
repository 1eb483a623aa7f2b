package io.github.acrossexecutors.runner;

import io.github.acrossexecutors.runner.path.Entry;
import io.github.acrossexecutors.runner.path.KoanTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import koans.kit.Koan;

/**
 * Names everything a verdict depends on: the learner's file, the test, the text, the koan's entry, the kit and the JVM.
 *
 * <p>A koan that was green stays solved while its fingerprint is the same: a busy machine does not take it back, and a long path is walked at once.
 */
final class Fingerprint {

    private final KoanTree tree;
    private final byte[] kit;

    Fingerprint(KoanTree tree) {
        this.tree = tree;
        this.kit = kit();
    }

    /** Empty if a file of the koan is missing: then nothing can have been green. */
    String of(Entry entry) {
        List<Path> files = List.of(tree.stub(entry), tree.test(entry), tree.text(entry));
        if (!files.stream().allMatch(Files::isRegularFile)) {
            return "";
        }
        MessageDigest digest = digest();
        digest.update(kit);
        digest.update((entry + System.getProperty("java.vm.version")).getBytes(StandardCharsets.UTF_8));
        files.forEach(file -> addContent(digest, file));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] kit() {
        MessageDigest digest = digest();
        try {
            Path place = Path.of(Koan.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(place)) {
                files.filter(Files::isRegularFile).sorted().forEach(file -> addContent(digest, file));
            }
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException("the kit this JVM runs on cannot be read", unreadable);
        }
        return digest.digest();
    }

    /** The length keeps two neighbours from passing bytes to each other unnoticed. */
    private static void addContent(MessageDigest digest, Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            digest.update((content.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
