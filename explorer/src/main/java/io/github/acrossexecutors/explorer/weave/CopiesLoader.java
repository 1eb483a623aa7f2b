package io.github.acrossexecutors.explorer.weave;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Loads copies of the classes of {@code java.util.concurrent} that wait, from the running JDK, rewritten: where they park
 * a thread, the schedule is told. So every lock, queue, future and pool behaves as the JDK's does, and waits only as the
 * explorer lets it.
 *
 * <p>One loader serves the whole JVM: copies keep nothing between schedules but counters of names.
 */
final class CopiesLoader extends ClassLoader {

    static final CopiesLoader ONLY = new CopiesLoader();

    private static final String PACKAGE = Renaming.COPIES.replace('/', '.');
    private static final String STAND_INS = "io.github.acrossexecutors.explorer.standin.";
    private static final String STAND_IN_FILES = STAND_INS.replace('.', '/');

    static {
        registerAsParallelCapable();
    }

    private final Renaming renaming = Renaming.ofCopies();
    private final Classes classes = new Classes(this::file, CopiesLoader.class.getClassLoader());

    private CopiesLoader() {
        super("copies of java.util.concurrent", CopiesLoader.class.getClassLoader());
    }

    static boolean isCopy(String name) {
        return name.startsWith(PACKAGE);
    }

    /** The class file of a copy or a stand-in, renamed. */
    byte @Nullable [] file(String internalName) {
        if (internalName.startsWith(Renaming.COPIES)) {
            return read(Object.class.getResourceAsStream(
                    "/" + internalName.substring(Renaming.COPIES.length()) + ".class"));
        }
        return internalName.startsWith(STAND_IN_FILES)
                ? read(CopiesLoader.class.getResourceAsStream("/" + internalName + ".class"))
                : null;
    }

    private byte @Nullable [] read(@Nullable InputStream file) {
        if (file == null) {
            return null;
        }
        try (file) {
            return renaming.apply(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!isCopy(name) && !name.startsWith(STAND_INS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte[] woven = classes.model(name.replace('.', '/'))
                .map(type -> ClassWeaver.weave(classes, type, true))
                .orElseThrow(() -> new ClassNotFoundException(name));
        return defineClass(name, woven, 0, woven.length);
    }
}
