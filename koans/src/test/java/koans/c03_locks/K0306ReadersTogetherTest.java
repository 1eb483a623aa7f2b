package koans.c03_locks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import koans.kit.Attempt;
import koans.kit.Attempt.Standing;
import koans.kit.Guarantee;
import koans.kit.Koan;
import koans.kit.Meeting;
import koans.kit.Seen;

@Koan
class K0306ReadersTogetherTest {

    private static final int READERS = 8;

    private final K0306ReadersTogether catalogue = new K0306ReadersTogether();
    private final CompletableFuture<String> over = new CompletableFuture<>();
    private final List<Attempt<String>> begun = new ArrayList<>();

    @Guarantee(1)
    void readersReadTogether(Seen seen) throws InterruptedException {
        Meeting meeting = new Meeting(READERS);
        IntStream.range(0, READERS).forEach(i -> reads(() -> {
            meeting.join();
            return "read";
        }));
        allEnd();
        assertThat(meeting.most()).withFailMessage(seen.as("peak", READERS, meeting.most())).isEqualTo(READERS);
    }

    @Guarantee(2)
    void nobodyIsBesideAWriter(Seen seen) throws InterruptedException {
        writes(over::join).stands();
        Attempt<String> reader = reads(() -> "read");
        Attempt<String> writer = writes(() -> {});

        assertThat(reader.stands()).withFailMessage(seen.as("readerBeside")).isNotEqualTo(Standing.DONE);
        assertThat(writer.stands()).withFailMessage(seen.as("writerBeside")).isNotEqualTo(Standing.DONE);
        over.complete("over");
        allEnd();
    }

    @Guarantee(2)
    void noWriterIsBesideReaders(Seen seen) throws InterruptedException {
        CompletableFuture<String> firstLeaves = new CompletableFuture<>();
        Attempt<String> first = reads(firstLeaves::join);
        first.stands();
        reads(over::join).stands();
        Attempt<String> writer = writes(() -> {});
        assertThat(writer.stands())
                .withFailMessage(seen.as("writerBesideReader", "two readers were"))
                .isNotEqualTo(Standing.DONE);
        firstLeaves.complete("gone");
        first.ends();
        assertThat(writer.stands())
                .withFailMessage(seen.as("writerBesideReader", "one of two readers had left and the other was"))
                .isNotEqualTo(Standing.DONE);
        assertThat(writesWhenInterrupted())
                .withFailMessage(seen.as("writerBesideReader", "the writer was interrupted and somebody was still"))
                .isFalse();
        over.complete("over");
        allEnd();
    }

    /** Whoever is interrupted may give up, and may not go in. */
    private boolean writesWhenInterrupted() {
        AtomicBoolean wrote = new AtomicBoolean();
        Attempt<String> writer = writes(() -> wrote.set(true));
        begun.remove(writer);
        try {
            writer.stands();
            writer.interrupt();
            writer.stands();
        } catch (RuntimeException gaveUp) {
            // as it may
        }
        return wrote.get();
    }

    @Guarantee(3)
    void whatAReaderFindsIsReturned(Seen seen) {
        String found = catalogue.read(() -> "a page");
        assertThat(found).withFailMessage(seen.as("answer", "a page", found)).isEqualTo("a page");
    }

    @Guarantee(3)
    void whoThrowsLeavesTheWayFree(Seen seen) throws InterruptedException {
        IllegalStateException failure = new IllegalStateException("the page was torn");
        afterwardsOthersGetIn("A reader", seen, failure, () -> catalogue.read(() -> {
            throw failure;
        }));
        afterwardsOthersGetIn("A writer", seen, failure, () -> catalogue.write(() -> {
            throw failure;
        }));
    }

    private void afterwardsOthersGetIn(String who, Seen seen, RuntimeException failure, Runnable throwing)
            throws InterruptedException {
        RuntimeException thrown = null;
        try {
            throwing.run();
        } catch (IllegalStateException e) {
            thrown = e;
        }
        assertThat(thrown).withFailMessage(seen.as("silent", who, thrown)).isSameAs(failure);
        assertThat(reads(() -> "read").ends())
                .withFailMessage(seen.as("kept", who, "a reader"))
                .isTrue();
        assertThat(writes(() -> {}).ends())
                .withFailMessage(seen.as("kept", who, "a writer"))
                .isTrue();
    }

    @Guarantee(4)
    void whoIsInsideMayReadOnceMore(Seen seen) throws InterruptedException {
        Attempt<String> reader = reads(() -> catalogue.read(() -> "once more"));
        assertThat(reader.ends()).withFailMessage(seen.as("again", "A reader")).isTrue();
        Attempt<String> writer = writes(() -> catalogue.read(() -> "once more"));
        assertThat(writer.ends()).withFailMessage(seen.as("again", "A writer")).isTrue();
    }

    private Attempt<String> reads(Supplier<String> look) {
        return begin(Attempt.at("reader", () -> catalogue.read(look)));
    }

    private Attempt<String> writes(Runnable change) {
        return begin(Attempt.at("writer", () -> {
            catalogue.write(change);
            return "written";
        }));
    }

    private Attempt<String> begin(Attempt<String> attempt) {
        begun.add(attempt);
        return attempt;
    }

    private void allEnd() throws InterruptedException {
        for (Attempt<String> attempt : begun) {
            attempt.ends();
        }
    }
}
