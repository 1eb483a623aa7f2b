package io.github.acrossexecutors.process;

import java.io.ByteArrayOutputStream;

/** Bytes in memory, as many as may travel at once. */
final class BoundedBytes extends ByteArrayOutputStream {

    private final int most;

    BoundedBytes(int most) {
        super(256);
        this.most = most;
    }

    @Override
    public synchronized void write(int b) {
        require(1);
        super.write(b);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        require(length);
        super.write(bytes, offset, length);
    }

    private void require(int further) {
        if (further > most - count) {
            throw FrameTooLargeException.beyond(most);
        }
    }
}
