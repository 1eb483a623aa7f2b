package io.github.acrossexecutors.process;

/** The function of one {@code map}, packed once; each worker gets it before its first chunk. */
final class MapFunction {

    private final Frame frame;

    MapFunction(long id, byte[] packed) {
        this.frame = new Frame(FrameKind.FUNCTION, id, packed);
    }

    long id() {
        return frame.id();
    }

    Frame frame() {
        return frame;
    }
}
