package io.github.acrossexecutors.runner.page;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines for one width: prose is broken between words, and nothing is wider than the width.
 *
 * <pre>{@code
 * new Page(80).title("Step 1 of 8").blank().prose(text.story()).lines();
 * }</pre>
 */
public final class Page {

    /** The width of what is no terminal: no line is cut. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private static final int PROSE = 98;
    private static final int INDENT = 2;
    private static final int NARROWEST = 10;

    private final int columns;
    private final List<Line> lines = new ArrayList<>();

    /**
     * Begins an empty page.
     *
     * @param columns how wide a line may be; a page is never narrower than 10
     */
    public Page(int columns) {
        this.columns = Math.max(NARROWEST, columns);
    }

    /** {@return an empty page of the same width} */
    public Page another() {
        return new Page(columns);
    }

    /** {@return how wide a line may be} */
    public int columns() {
        return columns;
    }

    /** {@return what is on it} */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /**
     * Adds a line, cut where it is too long.
     *
     * @param line the line
     * @return this
     */
    public Page line(Line line) {
        lines.addAll(line.cut(columns));
        return this;
    }

    /**
     * Adds an empty line, unless the page is empty or its last line is.
     *
     * @return this
     */
    public Page blank() {
        if (!lines.isEmpty() && !lines.getLast().text().isEmpty()) {
            lines.add(Line.EMPTY);
        }
        return this;
    }

    /**
     * Adds a line in bold, broken between words.
     *
     * @param text the line
     * @return this
     */
    public Page title(String text) {
        wrapped(text, Math.min(columns, PROSE)).forEach(one -> line(Line.of(one, Style.BOLD)));
        return this;
    }

    /**
     * Adds prose at the margin.
     *
     * @param text sentences; the lines there are stay
     * @return this
     */
    public Page sentence(String text) {
        text.lines()
                .flatMap(one -> wrapped(one, Math.min(columns, PROSE)).stream())
                .forEach(one -> line(Line.of(one)));
        return this;
    }

    /**
     * Adds a line two columns to the right.
     *
     * @param text the line
     * @return this
     */
    public Page indented(String text) {
        return line(Line.of(text).indented());
    }

    /**
     * Adds a line two columns to the right.
     *
     * @param text the line
     * @param style how it is shown
     * @return this
     */
    public Page indented(String text, Style style) {
        return line(Line.of(text, style).indented());
    }

    /**
     * Adds prose two columns to the right.
     *
     * @param text sentences; the lines there are stay
     * @return this
     */
    public Page prose(String text) {
        return prose(text, Style.PLAIN);
    }

    /**
     * Adds prose two columns to the right. What stands between backticks is something to copy, and stays on one line while the line is wide enough.
     *
     * @param text sentences; the lines there are stay
     * @param style how they are shown
     * @return this
     */
    public Page prose(String text, Style style) {
        text.lines()
                .flatMap(one -> wrapped(one, Math.min(columns, PROSE) - INDENT).stream())
                .forEach(one -> indented(one, style));
        return this;
    }

    /**
     * Adds where to look.
     *
     * @param what what is there
     * @param place file and line
     * @return this
     */
    public Page place(String what, String place) {
        Line line = Line.of(what + "  ").and(place, Style.BOLD).indented();
        if (line.text().length() <= columns) {
            return line(line);
        }
        return indented(what.strip()).line(Line.of(place, Style.BOLD).indented());
    }

    /**
     * Adds a file to open.
     *
     * @param what what is in it
     * @param text its name, as learners call it
     * @param target where it is
     * @return this
     */
    public Page link(String what, String text, URI target) {
        Line line = Line.of(what + "  ").andLink(text, target).indented();
        if (line.text().length() <= columns) {
            return line(line);
        }
        return indented(what.strip()).line(Line.EMPTY.andLink(text, target).indented());
    }

    /**
     * Adds what another page holds.
     *
     * @param other a page of the same width
     * @return this
     */
    public Page add(Page other) {
        lines.addAll(other.lines);
        return this;
    }

    private static List<String> wrapped(String line, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (String word : words(line)) {
            if (!current.isEmpty() && current.length() + 1 + word.length() > width) {
                lines.add(current.toString());
                current.setLength(0);
            }
            current.append(current.isEmpty() ? "" : " ").append(word);
        }
        lines.add(current.toString());
        return lines;
    }

    private static List<String> words(String line) {
        boolean paired = line.chars().filter(c -> c == '`').count() % 2 == 0;
        List<String> words = new ArrayList<>();
        boolean inside = false;
        int from = 0;
        for (int i = 0; i < line.length(); i++) {
            inside ^= paired && line.charAt(i) == '`';
            if (line.charAt(i) == ' ' && !inside) {
                words.add(line.substring(from, i));
                from = i + 1;
            }
        }
        words.add(line.substring(from));
        return words;
    }
}
