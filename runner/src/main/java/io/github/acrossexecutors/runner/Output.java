package io.github.acrossexecutors.runner;

import io.github.acrossexecutors.runner.page.Line;
import io.github.acrossexecutors.runner.page.Page;
import io.github.acrossexecutors.runner.page.Style;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;

/**
 * Where a command writes: plain text, and on a terminal colours and a line that changes.
 *
 * <p><b>Threads:</b> any; {@link Working} draws its line from a thread of its own.
 */
final class Output {

    private final PrintWriter out;
    private final boolean terminal;
    private final boolean colour;
    private final boolean links;

    Output(PrintWriter out, boolean terminal, boolean colour, boolean links) {
        this.out = out;
        this.terminal = terminal;
        this.colour = colour;
        this.links = links;
    }

    Output(PrintWriter out, boolean terminal, boolean colour) {
        this(out, terminal, colour, false);
    }

    /** Looks at where standard output goes, and at {@code NO_COLOR} (see no-color.org) and {@code TERM}. */
    static Output standard(Map<String, String> environment) {
        boolean terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return new Output(
                new PrintWriter(System.out, true, System.out.charset()),
                terminal,
                terminal && wantsColour(environment),
                terminal && Hyperlinks.shownIn(environment));
    }

    static boolean wantsColour(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty() && !"dumb".equals(environment.get("TERM"));
    }

    boolean terminal() {
        return terminal;
    }

    /** Whether it is a terminal on which more than the last line can be changed. */
    boolean drawable() {
        return terminal && !"dumb".equals(System.getenv("TERM"));
    }

    boolean colour() {
        return colour;
    }

    boolean links() {
        return links;
    }

    PrintWriter writer() {
        return out;
    }

    /** A page as wide as its lines. */
    Page page() {
        return new Page(Page.UNLIMITED);
    }

    synchronized void show(Page page) {
        page.lines().forEach(line -> out.println(line.shown(colour, links)));
        out.flush();
    }

    void sentence(String text) {
        show(page().sentence(text));
    }

    void line(Line line) {
        show(page().line(line));
    }

    void line() {
        line(Line.EMPTY);
    }

    /** Writes over the current line; on a terminal only. */
    synchronized void overwrite(String text) {
        out.print("\r\u001b[K" + Line.of(text, Style.FAINT).shown(colour, links));
        out.flush();
    }
}
