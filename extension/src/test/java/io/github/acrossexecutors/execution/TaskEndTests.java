package io.github.acrossexecutors.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** When a task is over, and what keeps it from being so. */
class TaskEndTests {

    private final AtomicInteger wakeUps = new AtomicInteger();
    private final AtomicLong now = new AtomicLong();
    private final TaskEnd end = new TaskEnd();

    private TaskEnd begun() {
        end.begin(() -> 0, wakeUps::incrementAndGet);
        return end;
    }

    @Test
    void takesNothingBeforeTheBodyHasBegun() {
        assertThatThrownBy(() -> end.execute(() -> {}))
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessage("the body of this task has not begun, so its loop takes no continuation yet");
        assertThatThrownBy(() -> end.completeWhen(new CompletableFuture<>()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the body of this task has not begun, so its stages are not waited for yet");
    }

    @Test
    void takesNoNull() {
        begun();

        assertThatNullPointerException().isThrownBy(() -> end.execute(noContinuation()));
        assertThatNullPointerException().isThrownBy(() -> end.completeWhen(noStage()));
        assertThat(end.settle()).isTrue();
    }

    @SuppressWarnings("NullAway")
    private static Runnable noContinuation() {
        return new AtomicReference<Runnable>().get();
    }

    @SuppressWarnings("NullAway")
    private static CompletionStage<?> noStage() {
        return new AtomicReference<CompletionStage<?>>().get();
    }

    @Test
    void isOverAtOnceWhereThereIsNothingToDo() {
        assertThat(begun().settle()).isTrue();
        assertThat(wakeUps).hasValue(0);
    }

    @Test
    void wakesItsWorkerOnceForEachEvent() {
        begun();
        CompletableFuture<Void> stage = new CompletableFuture<>();
        end.completeWhen(stage);
        assertThat(wakeUps).hasValue(0);

        end.execute(() -> {});
        stage.complete(null);

        assertThat(wakeUps).hasValue(2);
    }

    @Test
    void isNotOverBeforeAContinuationThatCameWithItsLastStage() {
        begun();
        CompletableFuture<Void> stage = new CompletableFuture<>();
        CompletableFuture<Void> continued = stage.thenRunAsync(() -> {}, end);
        end.completeWhen(stage);

        stage.complete(null);

        assertThat(end.settle()).isFalse();
        assertThat(continued).isNotCompletedExceptionally();
        assertThat(end.next()).isNotNull();
        assertThat(end.settle()).isTrue();
    }

    @Test
    void waitsForAStageAsOftenAsItIsNamed() {
        begun();
        CompletableFuture<Void> stage = new CompletableFuture<>();
        end.completeWhen(stage);
        end.completeWhen(stage);
        assertThat(end.settle()).isFalse();

        stage.complete(null);

        assertThat(end.settle()).isTrue();
    }

    @Test
    void tellsOneFailureOnceHoweverManyStagesBringIt() {
        begun();
        IllegalStateException failure = new IllegalStateException();
        CompletableFuture<Void> stage = new CompletableFuture<>();
        end.completeWhen(stage);
        end.completeWhen(stage.thenRun(() -> {}));
        end.completeWhen(CompletableFuture.failedFuture(new CompletionException("no cause", null)));

        stage.completeExceptionally(failure);

        assertThat(end.thrown()).hasSize(2).contains(failure);
        assertThat(end.thrown().get(0)).isInstanceOf(CompletionException.class);
    }

    @Test
    void staysOverOnceItIsGivenUpThoughTheBodyBeginsThereafter() {
        end.giveUp();

        begun();

        assertThatThrownBy(() -> end.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
        assertThat(end.settle()).isTrue();
    }

    @Test
    void handsOutNoContinuationOnceItIsGivenUp() {
        begun();
        end.execute(() -> {});

        end.giveUp();

        assertThat(end.next()).isNull();
        assertThat(end.unfinished()).isEqualTo("1 continuation handed to loop() still to be executed");
    }

    @Test
    void ignoresAStageThatCompletesAfterTheEnd() {
        begun();
        CompletableFuture<Void> stage = new CompletableFuture<>();
        end.completeWhen(stage);
        end.giveUp();

        stage.completeExceptionally(new IllegalStateException());

        assertThat(end.thrown()).isEmpty();
        assertThat(wakeUps).hasValue(0);
    }

    @Test
    void endedWhenTheLastThingWasDone() {
        end.begin(now::get, wakeUps::incrementAndGet);
        CompletableFuture<Void> stage = new CompletableFuture<>();
        end.completeWhen(stage);
        now.set(5);
        end.pieceDone();
        now.set(7);
        stage.complete(null);
        now.set(9);

        end.giveUp();

        assertThat(end.nanos()).isEqualTo(7);
    }

    @Test
    void endedWhenItWasGivenUpIfSomethingWasLeft() {
        end.begin(now::get, wakeUps::incrementAndGet);
        end.completeWhen(new CompletableFuture<>());
        now.set(9);

        end.giveUp();

        assertThat(end.nanos()).isEqualTo(9);
    }

    @Test
    void saysWhatIsStillToBeDone() {
        begun();
        assertThat(end.unfinished()).isEmpty();
        for (int i = 0; i < 5; i++) {
            end.completeWhen(new CompletableFuture<>());
            end.execute(() -> {});
        }

        assertThat(end.unfinished())
                .matches("5 stages given to completeWhen have not completed: (\\S*CompletableFuture\\S*\\[[^]]*], ){2}"
                        + "\\S*CompletableFuture\\S*\\[[^]]*] and 2 more;"
                        + " 5 continuations handed to loop\\(\\) still to be executed");
    }
}
