package io.github.acrossexecutors.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** When an answer was known: not when it was somebody's turn to look. */
class RepliesTests {

    private static final Duration AMPLE = Duration.ofSeconds(30);

    private static Answer answer() {
        return Answer.of(new Answer.Worker("w", "elsewhere", 1), List.of());
    }

    private static Replies start(List<? extends Future<Answer>> futures) {
        Replies.Asked asked = new Replies.Asked();
        futures.forEach(asked::add);
        return asked.start();
    }

    private static long nanos(Replies replies, int index) {
        return replies.get(index).orElseThrow().nanos();
    }

    @Test
    void areKnownWhenTheyComeBeforeAnEarlierRequestsAnswer() throws InterruptedException {
        List<CompletableFuture<Answer>> futures = List.of(new CompletableFuture<>(), new CompletableFuture<>());
        Replies replies = start(futures);
        futures.get(1).complete(answer());
        long between = System.nanoTime();
        futures.get(0).complete(answer());

        assertThat(replies.await(AMPLE.toNanos())).isTrue();
        assertThat(nanos(replies, 1) - between).isNotPositive();
        assertThat(nanos(replies, 0) - between).isNotNegative();
    }

    /** Tells nobody that it is done, as those of thread pools do. */
    private static final class Silent extends FutureTask<Answer> {

        private final AtomicInteger seenDone = new AtomicInteger();

        Silent() {
            super(RepliesTests::answer);
        }

        @Override
        public boolean isDone() {
            boolean done = super.isDone();
            seenDone.addAndGet(done ? 1 : 0);
            return done;
        }
    }

    @Test
    void areLookedForWhereFuturesTellNothing() throws InterruptedException {
        List<Silent> futures = List.of(new Silent(), new Silent());
        Replies replies = start(futures);
        futures.get(1).run();
        // The first look has been noted when the second one comes.
        await().atMost(AMPLE).until(() -> futures.get(1).seenDone.get() > 1);
        long between = System.nanoTime();
        futures.get(0).run();

        assertThat(replies.await(AMPLE.toNanos())).isTrue();
        assertThat(nanos(replies, 1) - between).isNotPositive();
    }

    @Test
    void keepTheCauseOfAFailure() throws InterruptedException {
        IllegalStateException cause = new IllegalStateException("lost");
        Replies replies = start(List.of(CompletableFuture.failedFuture(cause)));

        assertThat(replies.await(AMPLE.toNanos())).isTrue();
        assertThat(replies.get(0).orElseThrow().failure()).isSameAs(cause);
    }
}
