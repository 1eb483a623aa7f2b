package io.github.acrossexecutors.process;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** What travels as its bare bytes, without serialization: a null, a text, a boxed primitive, an array of primitives. */
final class Plain {

    static final byte SERIALIZED = 0;
    /** See {@link Lambdas}. */
    static final byte LAMBDA = 12;

    private static final byte NULL = 1;
    private static final byte BOOLEAN = 2;
    private static final byte INT = 3;
    private static final byte LONG = 4;
    private static final byte DOUBLE = 5;
    private static final byte BOOLEANS = 6;
    private static final byte INTS = 7;
    private static final byte LONGS = 8;
    private static final byte DOUBLES = 9;
    private static final byte BYTES = 10;
    private static final byte TEXT = 11;

    private Plain() {}

    /** Writes a tag, and the value if it is plain; returns whether it was. */
    static boolean write(DataOutputStream out, @Nullable Object value) throws IOException {
        if (value == null) {
            out.writeByte(NULL);
        } else if (value instanceof Boolean truth) {
            out.writeByte(BOOLEAN);
            out.writeBoolean(truth);
        } else if (value instanceof Integer number) {
            out.writeByte(INT);
            out.writeInt(number);
        } else if (value instanceof Long number) {
            out.writeByte(LONG);
            out.writeLong(number);
        } else if (value instanceof Double number) {
            out.writeByte(DOUBLE);
            out.writeDouble(number);
        } else if (value instanceof String text && isWellFormed(text)) {
            out.writeByte(TEXT);
            Text.write(out, text);
        } else {
            return writeArray(out, value);
        }
        return true;
    }

    /** Tells whether a value is plain and nobody can tell it from its copy. */
    static boolean isScalar(@Nullable Object value) {
        return value == null
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Double
                || (value instanceof String text && isWellFormed(text));
    }

    /** Half a surrogate pair has no place in UTF-8. */
    private static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean writeArray(DataOutputStream out, Object value) throws IOException {
        if (value instanceof boolean[] array) {
            byte[] room = begin(out, BOOLEANS, array.length, 1);
            for (int i = 0; i < room.length; i++) {
                room[i] = (byte) (array[i] ? 1 : 0);
            }
            out.write(room);
        } else if (value instanceof int[] array) {
            byte[] room = begin(out, INTS, array.length, Integer.BYTES);
            ByteBuffer.wrap(room).asIntBuffer().put(array);
            out.write(room);
        } else if (value instanceof long[] array) {
            byte[] room = begin(out, LONGS, array.length, Long.BYTES);
            ByteBuffer.wrap(room).asLongBuffer().put(array);
            out.write(room);
        } else if (value instanceof double[] array) {
            byte[] room = begin(out, DOUBLES, array.length, Double.BYTES);
            ByteBuffer.wrap(room).asDoubleBuffer().put(array);
            out.write(room);
        } else if (value instanceof byte[] array) {
            out.writeByte(BYTES);
            out.writeInt(array.length);
            out.write(array);
        } else {
            out.writeByte(SERIALIZED);
            return false;
        }
        return true;
    }

    private static byte[] begin(DataOutputStream out, byte tag, int length, int bytesEach) throws IOException {
        out.writeByte(tag);
        out.writeInt(length);
        if ((long) length * bytesEach > Integer.MAX_VALUE) {
            throw FrameTooLargeException.beyond(Integer.MAX_VALUE);
        }
        return new byte[length * bytesEach];
    }

    static @Nullable Object read(DataInputStream in, byte tag) throws IOException {
        return switch (tag) {
            case NULL -> null;
            case BOOLEAN -> in.readBoolean();
            case INT -> in.readInt();
            case LONG -> in.readLong();
            case DOUBLE -> in.readDouble();
            case TEXT -> Text.read(in);
            default -> readArray(in, tag);
        };
    }

    private static Object readArray(DataInputStream in, byte tag) throws IOException {
        int length = in.readInt();
        switch (tag) {
            case BOOLEANS -> {
                boolean[] array = new boolean[length];
                byte[] bytes = in.readNBytes(length);
                for (int i = 0; i < length; i++) {
                    array[i] = bytes[i] != 0;
                }
                return array;
            }
            case INTS -> {
                int[] array = new int[length];
                rest(in, length, Integer.BYTES).asIntBuffer().get(array);
                return array;
            }
            case LONGS -> {
                long[] array = new long[length];
                rest(in, length, Long.BYTES).asLongBuffer().get(array);
                return array;
            }
            case DOUBLES -> {
                double[] array = new double[length];
                rest(in, length, Double.BYTES).asDoubleBuffer().get(array);
                return array;
            }
            case BYTES -> {
                return in.readNBytes(length);
            }
            default -> throw new IOException("no value begins with the byte " + tag);
        }
    }

    private static ByteBuffer rest(DataInputStream in, int length, int bytesEach) throws IOException {
        return ByteBuffer.wrap(in.readNBytes(length * bytesEach));
    }
}
