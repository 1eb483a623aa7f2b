package koans.kit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Where tasks in several processes leave notes, and wait for those of others: a directory, because processes share no
 * memory.
 *
 * <pre>{@code
 * NoticeBoard board = NoticeBoard.in(directory);                                // in the test
 * new NoticeBoard(directory.toString()).leave("begun");                         // in any process
 * assertThat(board.count("begun")).isEqualTo(4);
 * }</pre>
 *
 * <p>Limits: notes are single lines. Waiting is polling; on a quiet machine it ends after half a second at the earliest, on a
 * busy one, where processes start slowly, later, in proportion, and after 2 s at the latest.
 *
 * <p>Written without lambdas and joined texts, whose first use costs a young JVM more than all the rest of this.
 *
 * <p><b>Threads:</b> for any number of processes, and one thread in each. A note that was left is there for everybody, even if
 * its process ends at once.
 *
 * @param directory where the notes are
 */
public record NoticeBoard(String directory) {

    private static final String BEGIN = "begin";
    private static final String NOTES = ".notes";
    private static final long POLL_NANOS = 10_000_000;
    private static final Duration LEAST_PATIENCE = Duration.ofMillis(500);
    private static final Duration MOST_PATIENCE = Duration.ofSeconds(2);
    /** How much longer than it took the first to come the others may take. */
    private static final int LATECOMERS = 8;

    /**
     * A note, and whose it is.
     *
     * @param pid the process that left it
     * @param text what it says
     */
    public record Note(long pid, String text) {}

    /**
     * Put up an empty board; how long others wait for each other depends on how soon after this they come.
     *
     * @param directory an empty directory
     * @return the board
     */
    public static NoticeBoard in(Path directory) {
        write(directory.resolve(BEGIN), "");
        return new NoticeBoard(directory.toString());
    }

    /**
     * Leave a note.
     *
     * @param text what it says
     */
    public void leave(String text) {
        write(Path.of(directory, Long.toString(ProcessHandle.current().pid()).concat(NOTES)), text.concat("\n"));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Read all notes.
     *
     * @return the notes, those of one process in the order in which it left them
     */
    public List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        for (String name : Objects.requireNonNull(new File(directory).list(), "the board is gone")) {
            if (name.endsWith(NOTES)) {
                long pid = Long.parseLong(name.substring(0, name.length() - NOTES.length()));
                for (String line : lines(name)) {
                    notes.add(new Note(pid, line));
                }
            }
        }
        return notes;
    }

    /** Of a line that is being written, only half may be there: it is none yet. */
    private List<String> lines(String name) {
        try {
            String text = Files.readString(Path.of(directory, name));
            int end = text.lastIndexOf('\n');
            return end < 0 ? List.of() : List.of(text.substring(0, end).split("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Count notes.
     *
     * @param text what they say
     * @return how many say that
     */
    public int count(String text) {
        int count = 0;
        for (Note note : notes()) {
            count += note.text().equals(text) ? 1 : 0;
        }
        return count;
    }

    /**
     * Tell which processes left a note.
     *
     * @param text what it says
     * @return their ids
     */
    public Set<Long> pids(String text) {
        Set<Long> pids = new HashSet<>();
        for (Note note : notes()) {
            if (note.text().equals(text)) {
                pids.add(note.pid());
            }
        }
        return pids;
    }

    /**
     * Wait until so many notes say this.
     *
     * @param count how many
     * @param text what they say
     * @return whether they came in time
     */
    public boolean awaits(int count, String text) {
        long start = System.nanoTime();
        long patience = patience().toNanos();
        while (count(text) < count) {
            if (System.nanoTime() - start > patience) {
                return false;
            }
            pause();
        }
        return true;
    }

    /**
     * Wait until so many tasks stand here at the same time, each called once. One that waited in vain ends the waiting of all.
     *
     * @param count how many
     * @return how many there were
     */
    public int meet(int count) {
        leave("came");
        long start = System.nanoTime();
        long patience = patience().toNanos();
        while (count("came") < count && count("gave up") == 0) {
            if (System.nanoTime() - start > patience) {
                leave("gave up");
            }
            pause();
        }
        // Where all came, the first of them may have gone already.
        int here = count("gave up") == 0 ? count : count("came") - count("went");
        leave("went");
        return here;
    }

    private Duration patience() {
        try {
            Instant begin = Files.getLastModifiedTime(Path.of(directory, BEGIN)).toInstant();
            Duration patience = Duration.between(begin, Instant.now()).multipliedBy(LATECOMERS);
            return patience.compareTo(LEAST_PATIENCE) < 0
                    ? LEAST_PATIENCE
                    : patience.compareTo(MOST_PATIENCE) > 0 ? MOST_PATIENCE : patience;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        LockSupport.parkNanos(POLL_NANOS);
    }
}
