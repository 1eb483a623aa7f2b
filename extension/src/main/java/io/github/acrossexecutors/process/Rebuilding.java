package io.github.acrossexecutors.process;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes an exception of the same class out of a {@link Failure}, where that is safe.
 *
 * <p>Safe means: a public class this JVM has, through a public constructor that takes a message, or nothing, and gives it
 * back. Everything else becomes a {@link RemoteTaskException}.
 */
final class Rebuilding {

    private final ClassLoader loader;

    Rebuilding(ClassLoader loader) {
        this.loader = loader;
    }

    Throwable rebuild(Failure failure) {
        @Nullable Throwable cause = failure.cause() == null ? null : rebuild(failure.cause());
        Throwable thrown = own(failure);
        if (cause != null && thrown.getCause() == null) {
            try {
                thrown.initCause(cause);
            } catch (IllegalStateException e) {
                thrown.addSuppressed(cause);
            }
        }
        thrown.setStackTrace(failure.frames().toArray(StackTraceElement[]::new));
        failure.suppressed().forEach(also -> thrown.addSuppressed(rebuild(also)));
        return thrown;
    }

    private Throwable own(Failure failure) {
        String message = Objects.requireNonNullElse(failure.message(), "");
        if (failure.className().equals(TaskNotSerializableException.class.getName())) {
            return new TaskNotSerializableException(message, failure.detail());
        }
        if (failure.className().equals(FrameTooLargeException.class.getName())) {
            return new FrameTooLargeException(message);
        }
        @Nullable Throwable same = ofTheSameClass(failure);
        return same == null ? new RemoteTaskException(failure.className(), message) : same;
    }

    private @Nullable Throwable ofTheSameClass(Failure failure) {
        try {
            Class<?> type = Class.forName(failure.className(), false, loader);
            if (!Throwable.class.isAssignableFrom(type)
                    || !Modifier.isPublic(type.getModifiers())
                    || Modifier.isAbstract(type.getModifiers())) {
                return null;
            }
            for (Class<?> parameter : new Class<?>[] {String.class, Object.class, null}) {
                @Nullable Throwable made = make(type, parameter, failure.message());
                if (made != null && Objects.equals(made.getMessage(), failure.message())) {
                    return made;
                }
            }
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            return null;
        }
        return null;
    }

    private static @Nullable Throwable make(Class<?> type, @Nullable Class<?> parameter, @Nullable String message)
            throws ReflectiveOperationException {
        if (message == null && parameter != null) {
            return null;
        }
        try {
            Constructor<?> constructor = parameter == null ? type.getConstructor() : type.getConstructor(parameter);
            return (Throwable) (parameter == null ? constructor.newInstance() : constructor.newInstance(message));
        } catch (NoSuchMethodException e) {
            return null;
        }
    }
}
