package io.github.acrossexecutors.process;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** One message between a pool and a worker: a mark, what it says, about which task, and how many bytes follow. */
final class Frame {

    static final int HEADER_BYTES = 14;

    private static final byte MARK = (byte) 0xA7;
    private static final FrameKind[] KINDS = FrameKind.values();
    private static final byte[] NOTHING = {};

    private final FrameKind kind;
    private final long id;
    private final byte[] content;

    Frame(FrameKind kind, long id, byte[] content) {
        this.kind = kind;
        this.id = id;
        this.content = content;
    }

    Frame(FrameKind kind, long id) {
        this(kind, id, NOTHING);
    }

    FrameKind kind() {
        return kind;
    }

    long id() {
        return id;
    }

    byte[] content() {
        return content;
    }

    int length() {
        return HEADER_BYTES + content.length;
    }

    @SuppressWarnings("EnumOrdinal") // both ends run the same class file
    void putInto(ByteBuffer buffer) {
        buffer.put(MARK)
                .put((byte) kind.ordinal())
                .putLong(id)
                .putInt(content.length)
                .put(content);
    }

    byte[] toBytes() {
        ByteBuffer buffer = ByteBuffer.allocate(length());
        putInto(buffer);
        return buffer.array();
    }

    /**
     * Reads the next frame.
     *
     * @return null at the end of the stream between two frames
     * @throws NoFrameException if what comes is no frame
     */
    static @Nullable Frame read(DataInputStream in, int maxFrameBytes) throws IOException {
        int mark = in.read();
        if (mark < 0) {
            return null;
        }
        if ((byte) mark != MARK) {
            throw new NoFrameException("begins with the byte " + mark, mark);
        }
        int kind = in.readUnsignedByte();
        long id = in.readLong();
        int length = in.readInt();
        if (kind >= KINDS.length || length < 0 || length > maxFrameBytes) {
            throw new NoFrameException("says it is of kind " + kind + " and " + length + " bytes long", mark);
        }
        byte[] content = new byte[length];
        in.readFully(content);
        return new Frame(KINDS[kind], id, content);
    }

    /** Something else than a frame came through the pipe. */
    static final class NoFrameException extends IOException {

        private static final long serialVersionUID = 1;

        private final int firstByte;

        NoFrameException(String what, int firstByte) {
            super("What came through the pipe is no frame: it " + what + ".");
            this.firstByte = firstByte;
        }

        int firstByte() {
            return firstByte;
        }
    }
}
