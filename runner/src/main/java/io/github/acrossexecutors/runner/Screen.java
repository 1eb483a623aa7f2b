package io.github.acrossexecutors.runner;

import java.io.Console;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the learner reads: plain text, and on a terminal colours and a line that changes.
 *
 * <p><b>Threads:</b> any; {@link Working} draws its line from a thread of its own.
 */
final class Screen {

    /** How a piece of text is shown where colours are. */
    enum Style {
        GREEN("32"),
        RED("31"),
        BOLD("1"),
        FAINT("2");

        private final String code;

        Style(String code) {
            this.code = code;
        }
    }

    private static final int WIDTH = 96;

    private final PrintWriter out;
    private final boolean terminal;
    private final boolean colour;

    Screen(PrintWriter out, boolean terminal, boolean colour) {
        this.out = out;
        this.terminal = terminal;
        this.colour = colour;
    }

    /** Looks at where standard output goes, and at {@code NO_COLOR} (see no-color.org) and {@code TERM}. */
    static Screen standard(Map<String, String> environment) {
        boolean terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return new Screen(
                new PrintWriter(System.out, true, System.out.charset()),
                terminal,
                terminal && wantsColour(environment));
    }

    static boolean wantsColour(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty() && !"dumb".equals(environment.get("TERM"));
    }

    boolean terminal() {
        return terminal;
    }

    boolean colour() {
        return colour;
    }

    PrintWriter writer() {
        return out;
    }

    String styled(String text, Style style) {
        return colour ? "\u001b[" + style.code + "m" + text + "\u001b[0m" : text;
    }

    synchronized void line(String text) {
        out.println(text);
    }

    void line() {
        line("");
    }

    void indented(String text) {
        line(text.isEmpty() ? "" : "  " + text);
    }

    /** Prose: lines that are too long are broken between words. */
    void prose(String text) {
        text.lines().flatMap(one -> wrapped(one).stream()).forEach(this::indented);
    }

    void prose(String text, Style style) {
        text.lines().flatMap(one -> wrapped(one).stream()).forEach(one -> indented(styled(one, style)));
    }

    /** What stands between backticks is something to copy, and stays on one line. */
    private static List<String> wrapped(String line) {
        List<String> lines = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (String word : line.split(" (?=(?:[^`]*`[^`]*`)*[^`]*$)", -1)) {
            if (!current.isEmpty() && current.length() + 1 + word.length() > WIDTH) {
                lines.add(current.toString());
                current.setLength(0);
            }
            current.append(current.isEmpty() ? "" : " ").append(word);
        }
        lines.add(current.toString());
        return lines;
    }

    /** Writes over the current line; on a terminal only. */
    synchronized void overwrite(String text) {
        out.print("\r\u001b[K" + text);
        out.flush();
    }
}
