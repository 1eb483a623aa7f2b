package io.github.acrossexecutors.verdict;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Reads the small files of numbers in which Linux tells its statistics, with as little code as that takes: the JIT
 * compiler works on whatever reads them, next to the code under test.
 *
 * <p><b>Threads:</b> for one thread at a time.
 */
final class KernelFile {

    static final long NONE = -1;

    /** More than any of these files, or than the part of it that is wanted. */
    private final byte[] bytes = new byte[4096];

    private int length;
    private int position;

    /** Read a file's beginning; false if there is no such file, or it cannot be read. */
    boolean read(String path) {
        position = 0;
        length = 0;
        try (FileInputStream file = new FileInputStream(path)) {
            length = Math.max(0, file.read(bytes));
        } catch (IOException e) {
            return false;
        }
        return length > 0;
    }

    /** The next number, or {@link #NONE} if no more digits follow. */
    long nextNumber() {
        while (position < length && !isDigit(bytes[position])) {
            position++;
        }
        if (position == length) {
            return NONE;
        }
        long number = 0;
        while (position < length && isDigit(bytes[position])) {
            number = 10 * number + (bytes[position] - '0');
            position++;
        }
        return number;
    }

    /** The number that follows a name, or {@link #NONE} if the file does not hold that name. */
    long numberAfter(String name) {
        int found = text().indexOf(name);
        if (found < 0) {
            return NONE;
        }
        position = found + name.length();
        return nextNumber();
    }

    /** What was read, as text. */
    String text() {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    private static boolean isDigit(byte character) {
        return '0' <= character && character <= '9';
    }
}
