package koans.c03_locks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import koans.kit.Attempt;
import koans.kit.Attempt.Standing;
import koans.kit.Guarantee;
import koans.kit.Interleaving;
import koans.kit.Koan;
import koans.kit.Meeting;
import koans.kit.Seen;

@Koan
class K0303LockWhatYouShareTest {

    private static final int MOVES = 8;

    @Guarantee(1)
    void aMoveReadsPassesTheSeamAndWrites(Seen seen) {
        moves(seen, 30, true, 70, 50);
        moves(seen, 100, true, 0, 120);
        moves(seen, 101, false, 100, 20);
    }

    private void moves(Seen seen, long amount, boolean answer, long left, long arrived) {
        AtomicInteger passes = new AtomicInteger();
        K0303LockWhatYouShare bank = new K0303LockWhatYouShare(passes::incrementAndGet, 100, 20);

        boolean moved = bank.move(0, 1, amount);
        assertThat(List.of(moved, bank.balance(0), bank.balance(1), !answer || passes.get() == 1))
                .withFailMessage(seen.as(
                        "alone", amount, moved, bank.balance(0), bank.balance(1), passes, answer, left, arrived))
                .isEqualTo(List.of(answer, left, arrived, true));
    }

    @Guarantee(1)
    void aMoveWritesNothingBeforeTheSeam(Seen seen) {
        K0303LockWhatYouShare bank = new K0303LockWhatYouShare(() -> {
            throw new IllegalStateException("the books are closed");
        }, 100, 20);
        try {
            bank.move(0, 1, 30);
        } catch (IllegalStateException closed) {
            // as it should be
        }

        assertThat(balances(bank, 2))
                .withFailMessage(seen.as("early", bank.balance(0), bank.balance(1)))
                .isEqualTo("100 20");
    }

    @Guarantee(2)
    void movesThatMeetLoseAndMakeNoMoney(Seen seen) throws InterruptedException {
        meet(seen, new long[] {100, 0, 0}, new int[] {0, 1, 100}, new int[] {0, 2, 100}, "0 100 0", "0 0 100");
        meet(seen, new long[] {50, 50, 0}, new int[] {0, 2, 50}, new int[] {1, 2, 50}, "0 0 100");
        meet(seen, new long[] {50, 50, 0}, new int[] {0, 1, 50}, new int[] {1, 2, 50}, "0 50 50");
        meet(seen, new long[] {50, 50, 0}, new int[] {1, 2, 50}, new int[] {0, 1, 50}, "0 50 50");
        meet(seen, new long[] {50, 50, 0}, new int[] {0, 1, 20}, new int[] {1, 0, 30}, "60 40 0");
    }

    /** One move (from, to, amount) is held at the seam while another one comes. */
    private static void meet(Seen seen, long[] before, int[] first, int[] second, String... right)
            throws InterruptedException {
        Interleaving seam = Interleaving.holding(1, Duration.ofMillis(500));
        K0303LockWhatYouShare bank = new K0303LockWhatYouShare(seam, before);

        seam.run(() -> bank.move(first[0], first[1], first[2]), () -> bank.move(second[0], second[1], second[2]));

        String left = balances(bank, before.length);
        assertThat(left)
                .withFailMessage(seen.as(
                        "wrong", told(LongStream.of(before)), first[2], first[0], first[1], //
                        second[2], second[0], second[1], left, String.join(" or ", right)))
                .isIn((Object[]) right);
    }

    @Guarantee(3)
    void movesWithoutACommonAccountRunTogether(Seen seen) throws InterruptedException {
        Meeting meeting = new Meeting(MOVES);
        K0303LockWhatYouShare bank = new K0303LockWhatYouShare(meeting::join, new long[2 * MOVES]);

        List<Attempt<Boolean>> moves = IntStream.range(0, MOVES)
                .mapToObj(i -> Attempt.at("move " + i, () -> bank.move(2 * i, 2 * i + 1, 0)))
                .toList();
        for (Attempt<Boolean> move : moves) {
            move.ends();
        }

        assertThat(meeting.most()).withFailMessage(seen.as("peak", MOVES, meeting.most())).isEqualTo(MOVES);
    }

    @Guarantee(4)
    void twoLocksAreTakenInOneOrder(Seen seen) throws InterruptedException {
        boolean upwards = keepsAccount0(0, 1);
        boolean downwards = keepsAccount0(1, 0);

        assertThat(downwards)
                .withFailMessage(seen.as("order", upwards ? "kept" : "left", downwards ? "kept" : "left"))
                .isEqualTo(upwards);
    }

    /** Lets a move between 0 and 1 wait for account 1, which another one uses, and asks whether 0 can be used meanwhile. */
    private static boolean keepsAccount0(int from, int to) throws InterruptedException {
        CompletableFuture<Void> over = new CompletableFuture<>();
        AtomicBoolean isFirst = new AtomicBoolean(true);
        K0303LockWhatYouShare bank = new K0303LockWhatYouShare(() -> {
            if (isFirst.getAndSet(false)) {
                over.join();
            }
        }, 9, 9, 9, 9);
        Attempt<Boolean> uses = Attempt.at("uses account 1", () -> bank.move(1, 2, 1));
        uses.stands();
        Attempt<Boolean> waits = Attempt.at("waits for account 1", () -> bank.move(from, to, 1));
        waits.stands();
        Attempt<Boolean> asks = Attempt.at("asks for account 0", () -> bank.move(0, 3, 1));
        boolean kept = asks.stands() != Standing.DONE;
        over.complete(null);
        for (Attempt<Boolean> move : List.of(uses, waits, asks)) {
            move.ends();
        }
        return kept;
    }

    private static String balances(K0303LockWhatYouShare bank, int accounts) {
        return told(IntStream.range(0, accounts).mapToLong(bank::balance));
    }

    private static String told(LongStream balances) {
        return balances.mapToObj(String::valueOf).collect(Collectors.joining(" "));
    }
}
