package koans.c15_processes;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.process.ProcessWorker;
import io.github.acrossexecutors.process.SerializableCallable;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import koans.api.NotYetWritten;
import koans.c15_processes.K1508CrashIsolation.End.Answered;
import koans.c15_processes.K1508CrashIsolation.End.Died;
import koans.c15_processes.K1508CrashIsolation.End.Threw;
import koans.kit.Guarantee;
import koans.kit.Koan;
import koans.kit.NoticeBoard;
import koans.kit.Seen;
import org.junit.jupiter.api.io.TempDir;

@Koan
class K1508CrashIsolationTest {

    private static final String NO_PAPER = "no paper";

    private final NoticeBoard board;

    K1508CrashIsolationTest(@TempDir Path directory) {
        board = NoticeBoard.in(directory);
    }

    @Guarantee(1)
    void tasksRunTogetherInOtherProcesses(Seen seen) {
        List<?> ends = ends(nCopies(2, Work.meeting(board.directory())), 2);

        long own = ProcessHandle.current().pid();
        long here = board.notes().stream()
                .filter(note -> note.pid() == own && note.text().equals("came"))
                .count();
        int most = IntStream.rangeClosed(0, 2)
                .filter(number -> ends.contains(new Answered(String.valueOf(number))))
                .max()
                .orElse(0);
        assertThat(here).withFailMessage(seen.as("here", here, 2)).isZero();
        assertThat(most).withFailMessage(seen.as("together", 2, 2, most)).isEqualTo(2);
    }

    @Guarantee(2)
    void aDeadProcessIsToldWithItsExitCode(Seen seen) {
        List<?> ends = ends(Work.oneDies(board.directory()), 1);

        assertThat(ends)
                .withFailMessage(seen.as("died", 7, ends))
                .isEqualTo(List.of(new Answered("a"), new Died(7), new Answered("c")));
        int begun = board.count("dies");
        assertThat(begun).withFailMessage(seen.as("again", begun)).isEqualTo(1);
    }

    @Guarantee(3)
    void theOthersBringTheirAnswers(Seen seen) {
        List<?> ends = ends(Work.oneDiesBesideOthers(board.directory()), 2);
        assertThat(ends.stream().skip(1).toList())
                .withFailMessage(seen.as("others", 4, ends))
                .isEqualTo(Stream.of("1", "2", "3").map(Answered::new).toList());
    }

    @Guarantee(4)
    void aTaskThatThrowsEndsNothing(Seen seen) {
        List<?> ends = ends(Work.oneThrows(), 1);
        assertThat(ends.get(1 % ends.size()) instanceof Threw threw
                        && threw.thrown() instanceof IllegalStateException thrown
                        && NO_PAPER.equals(thrown.getMessage()))
                .withFailMessage(seen.as("threw", new IllegalStateException(NO_PAPER), ends))
                .isTrue();
        assertThat(ends.getLast()).withFailMessage(seen.as("replaced")).isEqualTo(ends.getFirst());
    }

    @Guarantee(5)
    void processesAreKeptAndThenEnded(Seen seen) {
        ends(Work.fiveRun(board.directory()), 1);
        long left = ProcessHandle.current().children().filter(ProcessHandle::isAlive).count();
        int used = board.pids("ran").size();
        assertThat(used).withFailMessage(seen.as("processes", 5, 1, used)).isLessThanOrEqualTo(1);
        assertThat(left).withFailMessage(seen.as("left", left)).isZero();
    }

    /** The ends; where the call throws, what it threw is all there is. */
    private static List<?> ends(List<SerializableCallable<String>> tasks, int workers) {
        try {
            return K1508CrashIsolation.runAll(tasks, workers);
        } catch (NotYetWritten notYet) {
            throw notYet;
        } catch (Exception e) {
            return List.of(e);
        }
    }

    /** What travels: in a class of its own, because a process that executes it reads that class first. */
    private static final class Work {

        static SerializableCallable<String> meeting(String notes) {
            return () -> String.valueOf(new NoticeBoard(notes).meet(2));
        }

        static List<SerializableCallable<String>> oneDies(String notes) {
            return List.of(() -> "a", () -> die(notes, 0, 7), () -> "c");
        }

        /** The first dies while the second is executed, which ends only after that; two wait behind them. */
        static List<SerializableCallable<String>> oneDiesBesideOthers(String notes) {
            return List.of(() -> die(notes, 1, 134), () -> beside(notes), () -> "2", () -> "3");
        }

        static List<SerializableCallable<String>> oneThrows() {
            SerializableCallable<String> pid = () -> String.valueOf(ProcessHandle.current().pid());
            return List.of(pid, Work::fail, pid);
        }

        static List<SerializableCallable<String>> fiveRun(String notes) {
            return nCopies(5, () -> ran(notes));
        }

        private static String ran(String notes) {
            new NoticeBoard(notes).leave("ran");
            return "";
        }

        private static String beside(String notes) {
            new NoticeBoard(notes).leave("beside");
            new NoticeBoard(notes).awaits(1, "dies");
            return "1";
        }

        /** Waits for so many others before. In a process that is no worker it would end the test. */
        private static String die(String notes, int others, int exitCode) {
            new NoticeBoard(notes).awaits(others, "beside");
            new NoticeBoard(notes).leave("dies");
            if (ProcessWorker.current().isPresent()) {
                Runtime.getRuntime().halt(exitCode);
            }
            return fail();
        }

        private static String fail() {
            throw new IllegalStateException(NO_PAPER);
        }
    }
}
