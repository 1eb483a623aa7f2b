package io.github.acrossexecutors.runner.page;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One line of a page.
 *
 * @param spans its pieces, each in one style
 */
public record Line(List<Span> spans) {

    /** Nothing. */
    public static final Line EMPTY = new Line(List.of());

    private static final int TAB = 8;

    /** Copies the list. */
    public Line {
        spans = List.copyOf(spans);
    }

    /**
     * A piece of a line. Characters that would move a terminal's cursor or change its state are shown as a dot: a learner's output must not reach it.
     *
     * @param text what is read
     * @param style how it is shown
     * @param link what a click on it opens, where a terminal can
     */
    public record Span(String text, Style style, Optional<URI> link) {

        Span(String text, Style style) {
            this(text, style, Optional.empty());
        }

        /** Takes the teeth out of control characters. */
        public Span {
            text = text.replaceAll("\\p{Cntrl}|[\\x{80}-\\x{9f}]", "\u00b7");
        }

        /**
         * {@return what an output takes}
         *
         * @param colour whether styles are shown
         * @param links whether links are, marked by the escape sequence OSC 8
         */
        public String shown(boolean colour, boolean links) {
            String styled = colour ? style.ansi(text) : text;
            return links && link.isPresent()
                    ? "\u001b]8;;" + link.get().toASCIIString() + "\u001b\\" + styled + "\u001b]8;;\u001b\\"
                    : styled;
        }
    }

    /**
     * {@return a line in no style}
     *
     * @param text what is read; tabs reach to the next multiple of eight
     */
    public static Line of(String text) {
        return of(text, Style.PLAIN);
    }

    /**
     * {@return a line in one style}
     *
     * @param text what is read; tabs reach to the next multiple of eight
     * @param style how it is shown
     */
    public static Line of(String text, Style style) {
        return text.isEmpty() ? EMPTY : new Line(List.of(new Span(expanded(text), style)));
    }

    /**
     * {@return this line with more at its end}
     *
     * @param text what is added
     * @param style how that is shown
     */
    public Line and(String text, Style style) {
        List<Span> all = new ArrayList<>(spans);
        all.add(new Span(expanded(text), style));
        return new Line(all);
    }

    /**
     * {@return this line with something at its end that can be clicked}
     *
     * @param text what is added
     * @param target what a click opens
     */
    public Line andLink(String text, URI target) {
        List<Span> all = new ArrayList<>(spans);
        all.add(new Span(expanded(text), Style.BOLD, Optional.of(target)));
        return new Line(all);
    }

    /** {@return this line, two columns further to the right} */
    public Line indented() {
        if (spans.isEmpty()) {
            return this;
        }
        List<Span> all = new ArrayList<>(List.of(new Span("  ", Style.PLAIN)));
        all.addAll(spans);
        return new Line(all);
    }

    /** {@return what is read, without styles} */
    public String text() {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }

    /**
     * {@return what an output takes}
     *
     * @param colour whether styles are shown
     * @param links whether links are
     */
    public String shown(boolean colour, boolean links) {
        return spans.stream().map(span -> span.shown(colour, links)).collect(Collectors.joining());
    }

    /**
     * {@return as much of this line as fits}
     *
     * @param columns how wide it may be
     */
    public Line within(int columns) {
        return cut(columns).getFirst();
    }

    /** This line as lines that are short enough, cut wherever they must be. */
    List<Line> cut(int columns) {
        List<Line> lines = new ArrayList<>();
        List<Span> current = new ArrayList<>();
        int room = columns;
        for (Span span : spans) {
            String rest = span.text();
            while (rest.length() > room) {
                current.add(new Span(rest.substring(0, room), span.style(), span.link()));
                rest = rest.substring(room);
                lines.add(new Line(current));
                current.clear();
                room = columns;
            }
            current.add(new Span(rest, span.style(), span.link()));
            room -= rest.length();
        }
        lines.add(new Line(current));
        return lines;
    }

    private static String expanded(String text) {
        if (text.indexOf('\t') < 0) {
            return text;
        }
        StringBuilder wide = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            wide.append(c == '\t' ? " ".repeat(TAB - wide.length() % TAB) : String.valueOf(c));
        }
        return wide.toString();
    }
}
