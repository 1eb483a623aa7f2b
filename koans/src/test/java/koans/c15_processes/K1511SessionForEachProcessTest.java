package koans.c15_processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.process.ProcessPoolBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import koans.api.NotYetWritten;
import koans.c15_processes.K1511SessionForEachProcess.Client;
import koans.c15_processes.K1511SessionForEachProcess.Session;
import koans.kit.Guarantee;
import koans.kit.Koan;
import koans.kit.NoticeBoard;
import koans.kit.Rules;
import koans.kit.Seen;
import org.junit.jupiter.api.io.TempDir;

@Koan
class K1511SessionForEachProcessTest {

    private final NoticeBoard board;

    K1511SessionForEachProcessTest(@TempDir Path directory) {
        board = NoticeBoard.in(directory);
    }

    private enum Manner { AT_ONCE, MEETING, FIRST_LAST, CLOSED }

    /** Leaves notes of what is done, in whichever process; a lambda with texts and numbers in it travels fastest. */
    private static Client library(String notes, Manner manner, int others) {
        String name = manner.name();
        return () -> Reader.open(notes, Manner.valueOf(name), others);
    }

    /** Cannot travel. */
    private record Reader(NoticeBoard board, Manner manner, int others) implements Session {

        static Session open(String notes, Manner manner, int others) {
            NoticeBoard board = new NoticeBoard(notes);
            board.leave("opened");
            if (manner == Manner.CLOSED) {
                throw new IllegalStateException("closed on Mondays");
            }
            return new Reader(board, manner, others);
        }

        @Override
        public String download(int page) {
            String text = "page ".concat(Integer.toString(page));
            switch (manner) {
                case MEETING -> text = Integer.toString(board.meet(others));
                case FIRST_LAST -> {
                    if (page == 0) {
                        board.awaits(others, "downloaded");
                        board.leave("others ".concat(Integer.toString(board.count("downloaded"))));
                    }
                }
                case AT_ONCE, CLOSED -> {}
            }
            board.leave("downloaded");
            return text;
        }
    }

    @Guarantee(1)
    void theTextsComeInTheOrderOfThePages(Seen seen) {
        Object texts = download(4, Manner.FIRST_LAST, 1, 2);

        List<String> expected = List.of("page 0", "page 1", "page 2", "page 3");
        assertThat(texts).withFailMessage(seen.as("order", expected, texts)).isEqualTo(expected);
        long here = board.notes().stream()
                .filter(note -> note.pid() == ProcessHandle.current().pid())
                .count();
        assertThat(here).withFailMessage(seen.as("here", here)).isZero();
    }

    @Guarantee(2)
    void asManyPagesAreUnderWayAsThereAreWorkers(Seen seen) {
        Object texts = download(2, Manner.MEETING, 2, 2);

        int most = texts instanceof List<?> numbers
                ? numbers.stream().mapToInt(text -> Integer.parseInt(String.valueOf(text))).max().orElse(0)
                : 0;
        int processes = board.pids("came").size();
        assertThat(most == 2 && processes == 2)
                .withFailMessage(seen.as("together", 2, 2, most, processes))
                .isTrue();
    }

    @Guarantee(3)
    void eachProcessOpensOneSession(Seen seen, Rules rules) {
        download(6, Manner.AT_ONCE, 0, 1);

        int processes = board.pids("opened").size();
        int sessions = board.count("opened");
        assertThat(sessions)
                .withFailMessage(seen.as("opened", processes, sessions))
                .isEqualTo(processes);
        rules.mustCall(ProcessPoolBuilder.class, "initializer").otherwise(seen, "lazy");
    }

    @Guarantee(4)
    void aSlowPageHoldsUpItsOwnProcessAlone(Seen seen) {
        download(24, Manner.FIRST_LAST, 23, 2);

        int others = IntStream.rangeClosed(0, 23)
                .filter(number -> board.count("others " + number) > 0)
                .findFirst()
                .orElse(0);
        assertThat(others).withFailMessage(seen.as("chunks", others, 23)).isEqualTo(23);
    }

    @Guarantee(5)
    void aSessionThatCannotBeOpenedIsHeardOf(Seen seen) {
        Object thrown = download(4, Manner.CLOSED, 0, 1);

        boolean told = thrown instanceof ExecutionException failure
                && Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                        .anyMatch(cause -> cause instanceof IllegalStateException
                                && "closed on Mondays".equals(cause.getMessage()));
        assertThat(told)
                .withFailMessage(seen.as("silent", new IllegalStateException("closed on Mondays"), thrown))
                .isTrue();
    }

    @Guarantee(6)
    void noProcessIsLeft(Seen seen) {
        download(1, Manner.AT_ONCE, 0, 1);

        long left = ProcessHandle.current().children().filter(ProcessHandle::isAlive).count();
        assertThat(left).withFailMessage(seen.as("left", left)).isZero();
    }

    /** The texts, or what was thrown. */
    private Object download(int pages, Manner manner, int others, int workers) {
        Client client = library(board.directory(), manner, others);
        try {
            return K1511SessionForEachProcess.download(IntStream.range(0, pages).boxed().toList(), client, workers);
        } catch (NotYetWritten notYet) {
            throw notYet;
        } catch (Exception e) {
            return e;
        }
    }
}
