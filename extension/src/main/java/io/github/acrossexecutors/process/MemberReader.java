package io.github.acrossexecutors.process;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads what one worker answers, until its pipe ends; then waits for its process and reports how it ended. */
final class MemberReader implements Runnable {

    private static final int GARBAGE_BYTES = 4_096;
    private static final long EXIT_SECONDS = 2;
    /** What the worker's children hold open may keep its output from ending. */
    private static final long OUTPUT_MILLIS = 500;

    private final CrewMember member;
    private final Crew crew;
    private final Cargo cargo;
    private final Rebuilding rebuilding;
    private final int maxFrameBytes;
    private final Thread output;
    private boolean begun;

    MemberReader(CrewMember member, Crew crew, Cargo cargo, int maxFrameBytes, Thread output) {
        this.member = member;
        this.crew = crew;
        this.cargo = cargo;
        this.rebuilding = new Rebuilding(cargo.loader());
        // What a failure says may be longer than what a small limit lets a result be.
        this.maxFrameBytes = Math.max(maxFrameBytes, 1 << 20);
        this.output = output;
    }

    @Override
    public void run() {
        try (DataInputStream answers = member.answers()) {
            readAll(answers);
        } catch (EOFException e) {
            // It died while it wrote an answer, so nothing is behind that.
        } catch (IOException e) {
            member.garbage = e.getMessage();
        } catch (Throwable e) {
            member.garbage = "What it answered could not be read: " + e;
        } finally {
            crew.gone(member, exitCode());
        }
    }

    private void readAll(DataInputStream answers) throws IOException {
        try {
            @Nullable Frame frame = Frame.read(answers, maxFrameBytes);
            while (frame != null) {
                receive(frame);
                frame = Frame.read(answers, maxFrameBytes);
            }
        } catch (Frame.NoFrameException e) {
            throw new IOException(e.getMessage() + " It reads: " + readable(e.firstByte(), answers), e);
        }
    }

    /** Kills a worker that talks nonsense and returns the beginning of it. */
    private String readable(int firstByte, InputStream in) throws IOException {
        member.kill();
        byte[] rest = in.readNBytes(GARBAGE_BYTES);
        return (char) firstByte + new String(rest, StandardCharsets.UTF_8).strip();
    }

    private void receive(Frame frame) throws IOException {
        switch (frame.kind()) {
            case HELLO -> {
                member.said(frame);
                crew.greeted(member);
            }
            case READY -> {
                begun = true;
                crew.ready(member);
            }
            case RESULT, FAILURE -> answer(frame);
            case RETURNED -> crew.returned(member, Dealing.ids(frame));
            case STACK_IS -> crew.stackIs(member, frame.id(), Text.readSome(content(frame)));
            case WELCOME, CALL, FUNCTION, CHUNK, FORGET, RECALL, STACK ->
                throw new IOException("It sent a frame that only pools send: " + frame.kind() + ".");
        }
    }

    private static DataInputStream content(Frame frame) {
        return new DataInputStream(new ByteArrayInputStream(frame.content()));
    }

    private void answer(Frame frame) throws IOException {
        DataInputStream content = content(frame);
        Times times = Times.read(content);
        if (!begun) {
            crew.initializerFailed(member, rebuilding.rebuild(Failure.read(content)));
            return;
        }
        PoolTask<?> task = crew.answered(member, frame.id());
        try {
            if (frame.kind() == FrameKind.FAILURE) {
                task.fail(times, member, rebuilding.rebuild(Failure.read(content)));
            } else {
                task.complete(times, member, cargo.read(content, frame.length()));
            }
        } catch (Throwable e) {
            // The user's classes may throw anything, and nobody else knows of this task any more.
            task.fail(times, member, new IOException("What the task returned cannot be unpacked here: " + e, e));
        }
    }

    private int exitCode() {
        Process process = member.process();
        boolean interrupted = false;
        while (true) {
            try {
                if (!process.waitFor(EXIT_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                }
                output.join(OUTPUT_MILLIS);
                return process.exitValue();
            } catch (InterruptedException e) {
                interrupted = true;
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
