package koans.c03_locks;

import static koans.kit.Eventually.becomesTrue;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import koans.kit.Attempt;
import koans.kit.Guarantee;
import koans.kit.Koan;
import koans.kit.LockWatch;
import koans.kit.Meeting;
import koans.kit.Seen;

@Koan
class K0305PhilosophersTest {

    private static final int SEATS = 5;
    private static final int MEALS = 200;

    private final AtomicInteger eaten = new AtomicInteger();

    @Guarantee(1)
    void aMealIsEatenOnceWithBothForks(Seen seen) {
        LockWatch watch = new LockWatch();
        K0305Philosophers table = table(watch);
        for (int seat = 0; seat < SEATS; seat++) {
            List<String> held = new ArrayList<>();
            eaten.set(0);

            table.eat(seat, () -> {
                eaten.incrementAndGet();
                held.addAll(watch.mine());
            });

            assertThat(eaten).withFailMessage(seen.as("times", seat, eaten)).hasValue(1);
            List<String> both = IntStream.of(seat, (seat + 1) % SEATS)
                    .sorted()
                    .mapToObj(number -> "fork " + number)
                    .toList();
            assertThat(held).withFailMessage(seen.as("forks", seat, held, both)).isEqualTo(both);
        }
    }

    @Guarantee(2)
    void bothForksAreBackAfterAMeal(Seen seen) {
        LockWatch watch = new LockWatch();
        K0305Philosophers table = table(watch);
        for (int seat = 0; seat < SEATS; seat++) {
            boolean choked = false;
            try {
                table.eat(seat, () -> {
                    throw new IllegalStateException("choked");
                });
            } catch (IllegalStateException e) {
                choked = true;
            }
            assertThat(choked).withFailMessage(seen.as("silent", seat)).isTrue();
            assertThat(watch.taken()).withFailMessage(seen.as("kept", seat, watch.taken())).isEmpty();
        }
    }

    /** Whoever has taken a first fork is held until all five have one, or stand still; then all go on. */
    @Guarantee(3)
    void fiveWhoComeAtOnceNeverWaitInACircle(Seen seen) {
        CompletableFuture<Void> allHaveCome = new CompletableFuture<>();
        LockWatch watch = new LockWatch(held -> {
            if (held == 1) {
                allHaveCome.join();
            }
        });
        K0305Philosophers table = table(watch);
        for (int seat = 0; seat < SEATS; seat++) {
            eats(table, seat, 1, eaten::incrementAndGet).stands();
        }
        allHaveCome.complete(null);
        becomesTrue(Duration.ofSeconds(2), () -> eaten.get() == SEATS || watch.circle().isPresent());

        assertThat(watch.circle())
                .withFailMessage(seen.as("circle", watch.circle().orElse("")))
                .isEmpty();
        assertThat(eaten).withFailMessage(seen.as("hungry", eaten)).hasValue(SEATS);
    }

    @Guarantee(4)
    void twoWhoShareNoForkEatTogether(Seen seen) throws InterruptedException {
        K0305Philosophers table = table(new LockWatch());
        for (int seat = 0; seat < SEATS; seat++) {
            int opposite = (seat + 2) % SEATS;
            Meeting meeting = new Meeting(2);
            Attempt<Void> one = eats(table, seat, 1, meeting::join);
            Attempt<Void> other = eats(table, opposite, 1, meeting::join);

            one.ends();
            other.ends();
            assertThat(meeting.most())
                    .withFailMessage(seen.as("alone", seat, opposite))
                    .isEqualTo(2);
        }
    }

    @Guarantee(5)
    void bothNeighboursWaitForTheirForksAndEat(Seen seen) {
        K0305Philosophers table = table(new LockWatch());
        for (int seat = 0; seat < SEATS; seat++) {
            CompletableFuture<Void> mealIsOver = new CompletableFuture<>();
            eaten.set(0);
            eats(table, seat, 1, mealIsOver::join).stands();
            List<Attempt.Standing> neighbours = IntStream.of(seat + 1, seat + SEATS - 1)
                    .mapToObj(next -> eats(table, next % SEATS, 1, eaten::incrementAndGet).stands())
                    .toList();
            mealIsOver.complete(null);
            becomesTrue(Duration.ofSeconds(2), () -> eaten.get() == 2);
            assertThat(neighbours).withFailMessage(seen.as("busy", seat)).doesNotContain(Attempt.Standing.BUSY);
            assertThat(eaten).withFailMessage(seen.as("left", seat, eaten)).hasValue(2);
        }
    }

    @Guarantee(5)
    void everybodyGetsAllHisMeals(Seen seen) throws InterruptedException {
        K0305Philosophers table = table(new LockWatch());
        List<Attempt<Void>> guests = IntStream.range(0, SEATS)
                .mapToObj(seat -> eats(table, seat, MEALS, eaten::incrementAndGet))
                .toList();
        for (Attempt<Void> guest : guests) {
            guest.ends();
        }

        assertThat(eaten).withFailMessage(seen.as("meals", SEATS * MEALS, eaten)).hasValue(SEATS * MEALS);
    }

    private static Attempt<Void> eats(K0305Philosophers table, int seat, int meals, Runnable meal) {
        return Attempt.at("philosopher " + seat, () -> {
            for (int i = 0; i < meals; i++) {
                table.eat(seat, meal);
            }
            return null;
        });
    }

    private K0305Philosophers table(LockWatch watch) {
        return new K0305Philosophers(IntStream.range(0, SEATS)
                .mapToObj(number -> watch.lock("fork " + number))
                .toList());
    }
}
