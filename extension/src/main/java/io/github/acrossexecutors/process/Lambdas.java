package io.github.acrossexecutors.process;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Lambdas that capture nothing but texts, numbers and other such lambdas, without object streams: the first stream of a JVM
 * looks for a logger in every file of the class path, and each stream costs more than a round trip through a pipe.
 *
 * <p>Only tasks travel like this, from the pool to its workers; a pool unpacks results through its filter.
 */
final class Lambdas {

    private static final int MOST_LAMBDAS = 32;
    private static final MethodType REBUILDS = MethodType.methodType(Object.class, SerializedLambda.class);

    /** In a pool: how to ask a lambda for what it is made of. */
    private static final ClassValue<Replacing> REPLACING = new ClassValue<>() {
        @Override
        protected Replacing computeValue(Class<?> type) {
            return Replacing.of(type);
        }
    };

    private final ClassLoader loader;
    /** In a worker: the methods that rebuild lambdas, by their class. */
    private final ConcurrentHashMap<Class<?>, MethodHandle> rebuilding = new ConcurrentHashMap<>();

    Lambdas(ClassLoader loader) {
        this.loader = loader;
    }

    private record Replacing(@Nullable Method method) {

        static Replacing of(Class<?> type) {
            if (!type.isSynthetic() || !type.isHidden()) {
                return new Replacing(null);
            }
            try {
                Method method = type.getDeclaredMethod("writeReplace");
                return new Replacing(method.trySetAccessible() ? method : null);
            } catch (NoSuchMethodException e) {
                return new Replacing(null);
            }
        }

        @Nullable
        SerializedLambda apply(Object lambda) {
            try {
                return method != null && method.invoke(lambda) instanceof SerializedLambda parts ? parts : null;
            } catch (ReflectiveOperationException e) {
                return null;
            }
        }
    }

    /**
     * What a lambda is made of.
     *
     * @param lambda its methods and types
     * @param captured what it captured: texts, numbers and the parts of other lambdas
     */
    private record Parts(SerializedLambda lambda, List<@Nullable Object> captured) {

        /**
         * The parts of an object; null if it is no lambda, or captured something else. One that is captured twice or more, or many
         * of them, go by an object stream, too: it sends each once, and says so if they are nested too deeply.
         */
        static @Nullable Parts of(@Nullable Object object, Set<Object> met) {
            @Nullable
            SerializedLambda lambda =
                    object == null ? null : REPLACING.get(object.getClass()).apply(object);
            if (lambda == null || !met.add(object) || met.size() > MOST_LAMBDAS) {
                return null;
            }
            List<@Nullable Object> captured = new ArrayList<>();
            for (int i = 0; i < lambda.getCapturedArgCount(); i++) {
                Object each = lambda.getCapturedArg(i);
                @Nullable Object part = Plain.isScalar(each) ? each : of(each, met);
                if (part == null && each != null) {
                    return null;
                }
                captured.add(part);
            }
            return new Parts(lambda, captured);
        }

        void write(DataOutputStream out) throws IOException {
            out.writeByte(Plain.LAMBDA);
            Text.write(out, lambda.getCapturingClass());
            Text.write(out, lambda.getFunctionalInterfaceClass());
            Text.write(out, lambda.getFunctionalInterfaceMethodName());
            Text.write(out, lambda.getFunctionalInterfaceMethodSignature());
            out.writeInt(lambda.getImplMethodKind());
            Text.write(out, lambda.getImplClass());
            Text.write(out, lambda.getImplMethodName());
            Text.write(out, lambda.getImplMethodSignature());
            Text.write(out, lambda.getInstantiatedMethodType());
            out.writeInt(captured.size());
            for (Object each : captured) {
                if (each instanceof Parts parts) {
                    parts.write(out);
                } else {
                    Plain.write(out, each);
                }
            }
        }
    }

    /** Writes a tag and what an object is made of, if it is such a lambda; returns whether it was. */
    static boolean write(DataOutputStream out, @Nullable Object object) throws IOException {
        @Nullable Parts parts = Parts.of(object, Collections.newSetFromMap(new IdentityHashMap<>()));
        if (parts == null) {
            return false;
        }
        parts.write(out);
        return true;
    }

    /** Reads what {@link #write} wrote behind the tag. */
    Object read(DataInputStream in) throws IOException, ClassNotFoundException {
        Class<?> capturing = Class.forName(Text.readSome(in).replace('/', '.'), false, loader);
        String type = Text.readSome(in);
        String method = Text.readSome(in);
        String signature = Text.readSome(in);
        int kind = in.readInt();
        String implClass = Text.readSome(in);
        String implMethod = Text.readSome(in);
        String implSignature = Text.readSome(in);
        String instantiated = Text.readSome(in);
        @Nullable Object[] captured = new Object[in.readInt()];
        for (int i = 0; i < captured.length; i++) {
            byte tag = in.readByte();
            captured[i] = tag == Plain.LAMBDA ? read(in) : Plain.read(in, tag);
        }
        return rebuild(
                capturing,
                new SerializedLambda(
                        capturing,
                        type,
                        method,
                        signature,
                        kind,
                        implClass,
                        implMethod,
                        implSignature,
                        instantiated,
                        captured));
    }

    private Object rebuild(Class<?> capturing, SerializedLambda lambda) throws IOException {
        try {
            @Nullable MethodHandle method = rebuilding.get(capturing);
            if (method == null) {
                method = MethodHandles.privateLookupIn(capturing, MethodHandles.lookup())
                        .findStatic(capturing, "$deserializeLambda$", REBUILDS);
                rebuilding.put(capturing, method);
            }
            return (Object) method.invokeExact(lambda);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IOException("the lambda " + lambda.getImplMethodName() + " cannot be rebuilt here", e);
        }
    }
}
