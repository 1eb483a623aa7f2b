package koans.c02_races;

import static koans.kit.EveryOrder.mustBe;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.explorer.Actor;
import io.github.acrossexecutors.explorer.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import koans.kit.EveryOrder;
import koans.kit.Guarantee;
import koans.kit.Koan;
import koans.kit.Seen;

@Koan
class K0205PublishSafelyTest {

    private static final List<Integer> OLD = List.of(2, 1790);
    private static final List<Integer> NEW = List.of(4, 1000);
    private static final List<Integer> NEWEST = List.of(8, 763);
    private static final List<Integer> LARGE = List.of(100_000, 1_790_000_000);

    @Guarantee(1)
    void whatWasPutUpLastIsShown(Seen seen) {
        K0205PublishSafely board = boardWithOld();
        putUp(board, LARGE);
        List<Integer> shown = new ArrayList<>();

        board.show(shown::add, shown::add);

        assertThat(shown)
                .withFailMessage(seen.as("figures", LARGE.getFirst(), LARGE.getLast(), shown))
                .isEqualTo(LARGE);
    }

    @Guarantee(2)
    void aReaderSeesOneRunInAnyOrder(Seen seen) {
        EveryOrder.of(OnePutsUpAndOneReads.class).raced(seen, "unseen").otherwise(seen, "torn");
    }

    @Guarantee(3)
    void twoWhoPutUpLeaveOneRun(Seen seen) {
        EveryOrder.of(TwoPutUp.class).otherwise(seen, "mixed");
    }

    @Guarantee(4)
    void aReaderIsNotHeldUp(Seen seen) {
        EveryOrder.of(OneIsSlowToPutUp.class).stuck(seen, "readerHeldUp").otherwise(seen);
    }

    @Guarantee(4)
    void whoPutsUpIsNotHeldUp(Seen seen) {
        EveryOrder.of(OneIsSlowToRead.class).stuck(seen, "writerHeldUp").otherwise(seen);
    }

    private static K0205PublishSafely boardWithOld() {
        K0205PublishSafely board = new K0205PublishSafely();
        putUp(board, OLD);
        return board;
    }

    private static void putUp(K0205PublishSafely board, List<Integer> run) {
        board.putUp(run::getFirst, run::getLast);
    }

    abstract static class Board {

        final K0205PublishSafely board = boardWithOld();
        final Semaphore otherIsThrough = new Semaphore(0);
        int processes;
        int millis;

        void read() {
            board.show(shown -> processes = shown, shown -> millis = shown);
        }
    }

    static final class OnePutsUpAndOneReads extends Board {

        @Actor
        void writer() {
            putUp(board, NEW);
            putUp(board, NEWEST);
        }

        @Actor
        void reader() {
            read();
        }

        @Check
        void oneRunWasShown() {
            mustBe(List.of(processes, millis), OLD, NEW, NEWEST);
        }
    }

    static final class TwoPutUp extends Board {

        @Actor
        void first() {
            putUp(board, NEW);
        }

        @Actor
        void second() {
            putUp(board, NEWEST);
        }

        @Check
        void oneRunIsLeft() {
            read();
            mustBe(List.of(processes, millis), NEW, NEWEST);
        }
    }

    static final class OneIsSlowToPutUp extends Board {

        @Actor
        void writer() {
            board.putUp(NEW::getFirst, () -> {
                otherIsThrough.acquireUninterruptibly();
                return NEW.getLast();
            });
        }

        @Actor
        void reader() {
            read();
            otherIsThrough.release();
        }
    }

    static final class OneIsSlowToRead extends Board {

        @Actor
        void reader() {
            board.show(shown -> otherIsThrough.acquireUninterruptibly(), shown -> {});
        }

        @Actor
        void writer() {
            putUp(board, NEW);
            otherIsThrough.release();
        }
    }
}
