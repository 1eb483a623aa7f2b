package io.github.acrossexecutors.process;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.NotSerializableException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Packs objects for their journey and unpacks them at its end.
 *
 * <p>What a worker sends is unpacked through a filter: an array that claims to be longer than what brought it is refused
 * before memory is set aside for it, and so is what the filter of the pool's owner or that of the JVM refuses. A worker
 * trusts its pool, which has chosen all it executes; there only the JVM's own filter is asked.
 */
final class Cargo {

    private final int maxFrameBytes;
    private final ClassLoader loader;
    private final boolean trusting;
    private final @Nullable ObjectInputFilter ownersFilter;
    private final Lambdas lambdas;

    private Cargo(int maxFrameBytes, ClassLoader loader, boolean trusting, @Nullable ObjectInputFilter ownersFilter) {
        this.maxFrameBytes = maxFrameBytes;
        this.loader = loader;
        this.trusting = trusting;
        this.ownersFilter = ownersFilter;
        this.lambdas = new Lambdas(loader);
    }

    static Cargo ofPool(int maxFrameBytes, ClassLoader loader, @Nullable ObjectInputFilter ownersFilter) {
        return new Cargo(maxFrameBytes, loader, false, ownersFilter);
    }

    static Cargo ofWorker(int maxFrameBytes, ClassLoader loader) {
        return new Cargo(maxFrameBytes, loader, true, null);
    }

    ClassLoader loader() {
        return loader;
    }

    BoundedBytes bytes() {
        return new BoundedBytes(maxFrameBytes);
    }

    /** Packs what is to be executed; {@code what} is what a message calls it. */
    byte[] pack(Object object, String what) {
        BoundedBytes bytes = bytes();
        try {
            DataOutputStream out = new DataOutputStream(bytes);
            if (!Lambdas.write(out, object)) {
                write(out, object, what);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /** Packs the inputs of a chunk behind the number of the function that is applied to them. */
    byte[] packChunk(long functionId, Object inputs) {
        BoundedBytes bytes = bytes();
        try {
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeLong(functionId);
            write(out, inputs, "inputs");
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    void write(DataOutputStream out, @Nullable Object object, String what) throws IOException {
        if (Plain.write(out, object)) {
            return;
        }
        try (ObjectOutputStream objects = new ObjectOutputStream(new Unclosed(out))) {
            objects.writeObject(object);
        } catch (NotSerializableException e) {
            String path = FieldPath.toUnserializable(what, object);
            throw new TaskNotSerializableException(
                    "What a worker gets or returns must be serializable, and " + (path.isEmpty() ? what : path)
                            + " is of "
                            + e.getMessage() + ", which is not. Make it Serializable or transient, leave it out of the"
                            + " lambda, or create it in the worker.",
                    path);
        } catch (StackOverflowError e) {
            throw new TaskNotSerializableException(
                    what + " is nested too deeply to travel: serialization recurses. Send it as an array or a list.",
                    "");
        }
    }

    @Nullable
    Object unpack(byte[] content) throws IOException, ClassNotFoundException {
        return read(new DataInputStream(new ByteArrayInputStream(content)), content.length);
    }

    /** Reads what {@link #write} wrote; {@code length} is that of all that travelled with it. */
    @Nullable
    Object read(DataInputStream in, int length) throws IOException, ClassNotFoundException {
        byte tag = in.readByte();
        if (tag != Plain.SERIALIZED) {
            return tag == Plain.LAMBDA && trusting ? lambdas.read(in) : Plain.read(in, tag);
        }
        try (ObjectInputStream objects = new Unpacking(in, loader)) {
            if (!trusting) {
                objects.setObjectInputFilter(filter(length));
            }
            return objects.readObject();
        }
    }

    private ObjectInputFilter filter(int length) {
        ObjectInputFilter sane = info ->
                info.arrayLength() > length ? ObjectInputFilter.Status.REJECTED : ObjectInputFilter.Status.UNDECIDED;
        @Nullable ObjectInputFilter jvms = ObjectInputFilter.Config.getSerialFilter();
        ObjectInputFilter filter = jvms == null ? sane : ObjectInputFilter.merge(sane, jvms);
        return ownersFilter == null ? filter : ObjectInputFilter.merge(ownersFilter, filter);
    }

    /** Resolves classes where the user's code is. */
    private static final class Unpacking extends ObjectInputStream {

        private final ClassLoader loader;

        Unpacking(InputStream in, ClassLoader loader) throws IOException {
            super(in);
            this.loader = loader;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass described) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(described.getName(), false, loader);
            } catch (ClassNotFoundException e) {
                return super.resolveClass(described);
            }
        }

        @Override
        protected Class<?> resolveProxyClass(String[] names) throws IOException, ClassNotFoundException {
            Class<?>[] interfaces = new Class<?>[names.length];
            for (int i = 0; i < names.length; i++) {
                interfaces[i] = Class.forName(names[i], false, loader);
            }
            return Proxy.newProxyInstance(loader, interfaces, (proxy, method, arguments) -> null)
                    .getClass();
        }
    }

    /** Lets the object stream close without closing what it writes into. */
    private static final class Unclosed extends java.io.FilterOutputStream {

        Unclosed(DataOutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
