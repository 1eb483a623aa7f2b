package io.github.acrossexecutors.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who writes to a worker: whoever has something for it, while the worker is known to have read what came before. */
class OutboxTests {

    private final List<Runnable> ownThread = new ArrayList<>();
    private final ByteArrayOutputStream pipe = new ByteArrayOutputStream();
    private final Outbox outbox = new Outbox(pipe, ownThread::add);

    @Test
    void messagesThatNobodyAnswersCountAsReadWithTheTaskBehindThem() {
        for (int i = 0; i < 1_000; i++) {
            outbox.put(new Frame(FrameKind.FORGET, i));
            outbox.put(new Frame(FrameKind.CALL, i, new byte[100]));
            int bytes = outbox.claim();
            outbox.flush();
            outbox.answered(bytes);
        }
        assertThat(ownThread).isEmpty();
        assertThat(pipe.size()).isEqualTo(1_000 * (100 + 2 * Frame.HEADER_BYTES));
    }

    @Test
    void whatMayNotFitIntoThePipeIsLeftToTheWorkersOwnThread() {
        outbox.put(new Frame(FrameKind.CALL, 1, new byte[3_000]));
        outbox.flush();
        outbox.put(new Frame(FrameKind.CALL, 2, new byte[3_000]));
        outbox.flush();
        assertThat(ownThread).hasSize(1);
        assertThat(pipe.size()).isEqualTo(3_000 + Frame.HEADER_BYTES);
        ownThread.get(0).run();
        assertThat(pipe.size()).isEqualTo(2 * (3_000 + Frame.HEADER_BYTES));
    }
}
