package io.github.acrossexecutors.runner.watch;

import io.github.acrossexecutors.runner.page.Line;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;
import org.jline.utils.Signals;

/**
 * The real terminal, by JLine: its other screen, without echo, key by key.
 *
 * <p>Whatever ends this JVM short of a kill that cannot be caught gives the terminal back as it was: {@link #close}, or the JVM's shutdown on another thread
 * (Ctrl-C, the end of the terminal). Both are under one lock with drawing, and nothing is drawn after either. JLine's own handling of signals is left
 * off: it would replace the JVM's, which runs the shutdown. After Ctrl-Z and {@code fg} the screen is taken and drawn again; {@code resumed} is written by
 * the signal's thread and read by the one that waits for keys.
 */
public final class JLineTerminal implements Screen, Keys, AutoCloseable {

    private static final Size USUAL = new Size(80, 24);
    private static final long SEQUENCE_MILLIS = 50;
    private static final int ESCAPE = 27;
    private static final int CTRL_C = 3;
    private static final int CTRL_D = 4;
    private static final int DELETE = 127;

    private final Terminal terminal;
    private final Display display;
    private final Attributes before;
    private final boolean colour;
    private final boolean links;
    private final Thread restoring = new Thread(this::restore, "learn-restore-terminal");
    /** Never closed: what comes after the watch writes there too. */
    private final FileOutputStream standardOutput = new FileOutputStream(FileDescriptor.out);

    private List<Line> shown = List.of();
    private boolean closed;
    private volatile boolean resumed;

    private JLineTerminal(Terminal terminal, boolean colour, boolean links) {
        this.terminal = terminal;
        this.colour = colour;
        this.links = links;
        this.before = terminal.getAttributes();
        this.display = new Display(terminal, true);
    }

    /**
     * Takes the terminal.
     *
     * @param colour whether styles are shown
     * @param links whether links are
     * @return the terminal
     * @throws IOException if there is none that can be drawn on
     */
    public static JLineTerminal open(boolean colour, boolean links) throws IOException {
        Terminal system;
        try {
            system = TerminalBuilder.builder()
                    .system(true)
                    .dumb(false)
                    .nativeSignals(false)
                    .build();
        } catch (IllegalStateException none) {
            throw new IOException(none);
        }
        JLineTerminal terminal = new JLineTerminal(system, colour, links);
        Runtime.getRuntime().addShutdownHook(terminal.restoring);
        Signals.register("CONT", () -> terminal.resumed = true);
        terminal.takeScreen();
        return terminal;
    }

    /** JLine's raw mode takes Ctrl-C and Ctrl-Z as letters; here they mean what they mean everywhere. */
    private void takeScreen() {
        terminal.enterRawMode();
        Attributes raw = terminal.getAttributes();
        raw.setLocalFlag(Attributes.LocalFlag.ISIG, true);
        terminal.setAttributes(raw);
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.cursor_invisible);
        terminal.puts(Capability.clear_screen);
        terminal.flush();
    }

    @Override
    public Size size() {
        org.jline.terminal.Size size = terminal.getSize();
        return size.getColumns() > 0 && size.getRows() > 0 ? new Size(size.getColumns(), size.getRows()) : USUAL;
    }

    @Override
    public synchronized void show(List<Line> lines) {
        if (closed) {
            return;
        }
        Size size = size();
        if (display.getColumns() != size.columns() || display.getRows() != size.rows()) {
            display.resize(terminal.getSize());
            display.clear();
        }
        shown = lines;
        display.update(
                lines.stream()
                        .map(line -> AttributedString.fromAnsi(line.shown(colour, false)))
                        .toList(),
                0);
        if (links) {
            overlay(lines);
        }
        terminal.flush();
    }

    /** JLine knows no links: they are written over the same text, from where the cursor then returns. */
    private void overlay(List<Line> lines) {
        for (int row = 0; row < lines.size(); row++) {
            int column = 0;
            for (Line.Span span : lines.get(row).spans()) {
                if (span.link().isPresent()) {
                    String place = "\u001b[" + (row + 1) + ";" + (column + 1) + "H";
                    terminal.writer().write("\u001b7" + place + span.shown(colour, true) + "\u001b8");
                }
                column += span.text().length();
            }
        }
    }

    private synchronized void resume() {
        if (!closed) {
            resumed = false;
            takeScreen();
            display.clear();
            show(shown);
        }
    }

    @Override
    public Key read(Duration patience) {
        if (resumed) {
            resume();
        }
        try {
            return key(terminal.reader().read(patience.toMillis()));
        } catch (InterruptedIOException interrupted) {
            Thread.currentThread().interrupt();
            return Key.of(Key.Kind.CLOSED);
        } catch (IOException gone) {
            return Key.of(Key.Kind.CLOSED);
        }
    }

    private Key key(int read) throws IOException {
        return switch (read) {
            case NonBlockingReader.READ_EXPIRED -> Key.of(Key.Kind.NONE);
            case NonBlockingReader.EOF, CTRL_C, CTRL_D -> Key.of(Key.Kind.CLOSED);
            case '\r', '\n' -> Key.of(Key.Kind.ENTER);
            case '\b', DELETE -> Key.of(Key.Kind.BACKSPACE);
            case ESCAPE -> sequence();
            default -> read < ' ' ? Key.of(Key.Kind.NONE) : Key.of((char) read);
        };
    }

    /** What arrow keys send begins as the Escape key does; the rest of it comes at once. */
    private Key sequence() throws IOException {
        int second = terminal.reader().read(SEQUENCE_MILLIS);
        if (second != '[' && second != 'O') {
            return Key.of(Key.Kind.ESCAPE);
        }
        int last = terminal.reader().read(SEQUENCE_MILLIS);
        while (last >= '0' && last <= '?') {
            last = terminal.reader().read(SEQUENCE_MILLIS);
        }
        return Key.of(
                switch (last) {
                    case 'A' -> Key.Kind.UP;
                    case 'B' -> Key.Kind.DOWN;
                    default -> Key.Kind.NONE;
                });
    }

    /** JLine may have closed the terminal already, at the same shutdown: what matters is written past it. */
    private synchronized void restore() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            terminal.setAttributes(before);
        } catch (RuntimeException restoredByJLine) {
            shown = List.of();
        }
        try {
            standardOutput.write(capability(Capability.cursor_normal));
            standardOutput.write(capability(Capability.exit_ca_mode));
        } catch (IOException gone) {
            shown = List.of();
        }
    }

    private byte[] capability(Capability wanted) {
        String codes = terminal.getStringCapability(wanted);
        return (codes == null ? "" : decoded(codes)).getBytes(StandardCharsets.US_ASCII);
    }

    private static String decoded(String capability) {
        return capability.replace("\\E", "\u001b").replaceAll("\\$<[^>]*>", "");
    }

    @Override
    public void close() throws IOException {
        restore();
        try {
            Runtime.getRuntime().removeShutdownHook(restoring);
        } catch (IllegalStateException shuttingDown) {
            return; // the hook has done it
        }
        terminal.close();
    }
}
