package io.github.acrossexecutors.runner.path;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** Reads texts strictly as UTF-8, with line ends as {@code \n}. */
public final class Sources {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Sources() {}

    /**
     * Reads a source file that may be in any state.
     *
     * @param tree names the file in messages
     * @param file what to read
     * @return its text, with line ends as {@code \n} and without a byte order mark
     * @throws UnreadableSourceException if it is empty or not UTF-8
     * @throws BrokenKoanException if it is missing
     */
    public static String read(KoanTree tree, Path file) throws UnreadableSourceException {
        String text = decode(tree.show(file), bytes(tree, file));
        if (text.isBlank()) {
            String back = "`git checkout -- " + tree.show(file) + "` brings it back as it was";
            throw new UnreadableSourceException(problem(tree, file, 0, 0, "the file is empty; " + back));
        }
        return text;
    }

    /**
     * Reads a file of the project that must be in order.
     *
     * @param tree names the file in messages
     * @param file what to read
     * @param what what the file is, for the message
     * @return its text, with line ends as {@code \n}
     * @throws BrokenKoanException if it is missing, empty or not UTF-8
     */
    public static String readOrBreak(KoanTree tree, Path file, String what) {
        try {
            return read(tree, file);
        } catch (UnreadableSourceException unreadable) {
            throw new BrokenKoanException(unreadable.getMessage() + " (" + what + ").", unreadable);
        }
    }

    private static byte[] bytes(KoanTree tree, Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BrokenKoanException(
                    tree.show(file) + " is missing; `git checkout -- " + tree.show(file) + "` brings it back.");
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new BrokenKoanException(tree.show(file) + " cannot be read: " + unreadable + ".", unreadable);
        }
    }

    private static String decode(String shown, byte[] bytes) throws UnreadableSourceException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(in, out, true);
        String text = out.flip().toString().replace("\r\n", "\n");
        if (result.isError()) {
            long line = text.chars().filter(c -> c == '\n').count() + 1;
            String seen = HexFormat.of().withUpperCase().toHexDigits(bytes[in.position()]);
            throw new UnreadableSourceException(new SourceProblem(
                    shown,
                    line,
                    0,
                    "the file is not UTF-8: byte " + (in.position() + 1) + " is 0x" + seen
                            + "; save it as UTF-8 in your editor",
                    "",
                    ""));
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static SourceProblem problem(KoanTree tree, Path file, long line, long column, String message) {
        return new SourceProblem(tree.show(file), line, column, message, "", "");
    }
}
