package koans.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import koans.kit.NoticeBoard.Note;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A notice board")
class NoticeBoardTests {

    private static final long OWN = ProcessHandle.current().pid();

    private final Path directory;
    private final NoticeBoard board;

    NoticeBoardTests(@TempDir Path directory) {
        this.directory = directory;
        board = NoticeBoard.in(directory);
    }

    @Test
    @DisplayName("keeps the notes of each process in their order")
    void order() {
        board.leave("one");
        new NoticeBoard(directory.toString()).leave("two");

        assertThat(board.notes()).isEqualTo(List.of(new Note(OWN, "one"), new Note(OWN, "two")));
    }

    @Test
    @DisplayName("tells how many notes say something, and whose they are")
    void counts() throws Exception {
        board.leave("one");
        board.leave("two");
        board.leave("one");
        Files.writeString(directory.resolve("1.notes"), "one\n");

        assertThat(board.count("one")).isEqualTo(3);
        assertThat(board.pids("one")).isEqualTo(Set.of(OWN, 1L));
        assertThat(board.pids("three")).isEmpty();
    }

    @Test
    @DisplayName("does not show a note that is only half there")
    void halfANote() throws Exception {
        Files.writeString(directory.resolve("1.notes"), "whole\nha");
        Files.writeString(directory.resolve("2.notes"), "ha");

        assertThat(board.notes()).isEqualTo(List.of(new Note(1, "whole")));
    }

    @Test
    @DisplayName("lets somebody wait for the notes of others")
    void awaits() {
        Aside waiting = Aside.run(() -> board.awaits(2, "come"));
        board.leave("come");
        board.leave("come");
        waiting.ends();

        assertThat(waiting.answer()).isEqualTo(true);
    }

    @Test
    @DisplayName("ends the waiting for a note that does not come")
    void awaitsInVain() {
        assertThat(board.awaits(1, "come")).isFalse();
    }

    @Test
    @DisplayName("is where tasks meet")
    void meet() {
        Aside other = Aside.run(() -> board.meet(2));

        assertThat(board.meet(2)).isEqualTo(2);
        other.ends();
        assertThat(other.answer()).isEqualTo(2);
    }

    @Test
    @DisplayName("tells how many came where not all did, and then makes nobody wait")
    void meetInVain() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        Aside first = Aside.run(() -> {
            int most = board.meet(2);
            done.countDown();
            return most;
        });
        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();

        assertThat(board.meet(2)).isEqualTo(1);
        first.ends();
        assertThat(first.answer()).isEqualTo(1);
        assertThat(board.count("gave up")).isEqualTo(1);
    }
}
