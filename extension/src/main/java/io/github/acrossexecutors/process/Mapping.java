package io.github.acrossexecutors.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * One {@code map}: deals inputs out in chunks, ahead of the workers but no further than a window, and puts the results
 * together in the order of the inputs.
 *
 * <p><b>Threads:</b> the caller's thread packs and submits; the workers' reader threads tell it, by the window's permits,
 * that chunks are done. It takes back half a window at once, so that it is not woken for every chunk.
 */
final class Mapping<A extends @Nullable Object, B extends @Nullable Object> {

    /** Chunks per worker that may be under way. */
    private static final int AHEAD = 64;
    /** The room a chunk's list is given before it is known to need it. */
    private static final int MOST_ROOM = 1 << 16;

    private final Intake intake;
    private final MapFunction function;
    private final Iterator<? extends A> inputs;
    private final int chunkSize;
    private final int window;
    private final Semaphore permits;
    private final List<PoolTask<Object>> chunks = new ArrayList<>();
    /** Set by the first chunk that fails. */
    private volatile boolean failed;

    Mapping(Intake intake, MapFunction function, Collection<? extends A> inputs, int chunkSize, int workers) {
        this.intake = intake;
        this.function = function;
        this.inputs = inputs.iterator();
        this.chunkSize = chunkSize;
        this.window = Math.multiplyExact(workers, AHEAD);
        this.permits = new Semaphore(window);
    }

    List<B> run() throws InterruptedException, ExecutionException {
        boolean interrupted = false;
        try {
            dealOut();
            return results();
        } catch (InterruptedException e) {
            interrupted = true;
            throw e;
        } finally {
            boolean endWorkers = interrupted;
            chunks.forEach(chunk -> chunk.cancel(endWorkers));
        }
    }

    private void dealOut() throws InterruptedException {
        permits.acquire(window);
        int left = window;
        while (inputs.hasNext() && !failed) {
            if (left == 0) {
                permits.acquire(window / 2);
                left = window / 2;
            }
            left--;
            chunks.add(intake.submitChunk(function, nextChunk(), this::chunkDone));
        }
    }

    private Object nextChunk() {
        List<A> chunk = new ArrayList<>(Math.min(chunkSize, MOST_ROOM));
        while (chunk.size() < chunkSize && inputs.hasNext()) {
            chunk.add(inputs.next());
        }
        return Chunk.pack(chunk);
    }

    private void chunkDone(PoolTask<?> chunk) {
        if (chunk.hasFailed()) {
            failed = true;
        }
        permits.release();
    }

    @SuppressWarnings("unchecked")
    private List<B> results() throws InterruptedException, ExecutionException {
        List<B> all = new ArrayList<>();
        for (int i = 0; i < chunks.size(); i++) {
            try {
                Collections.addAll(all, (B[]) Chunk.unpack(chunks.get(i).get()));
            } catch (ExecutionException e) {
                throw withInput(e, i);
            } catch (CancellationException e) {
                throw new ExecutionException("the pool was shut down while it mapped", e);
            }
        }
        return all;
    }

    private ExecutionException withInput(ExecutionException failure, int chunk) {
        long first = (long) chunk * chunkSize;
        @Nullable Throwable cause = failure.getCause();
        if (cause instanceof RemoteTaskException remote
                && remote.remoteClassName().equals(Chunk.InputFailedException.class.getName())) {
            @Nullable String message = remote.getMessage();
            int index = message == null ? 0 : Integer.parseInt(message.substring(message.lastIndexOf(' ') + 1));
            return new ExecutionException("The function failed on input " + (first + index), remote.getCause());
        }
        String inputs = chunkSize == 1 ? "input " + first : "inputs " + first + " to " + (first + chunkSize - 1);
        return new ExecutionException("Nothing came back for " + inputs, cause);
    }
}
