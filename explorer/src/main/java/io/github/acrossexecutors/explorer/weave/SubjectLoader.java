package io.github.acrossexecutors.explorer.weave;

import io.github.acrossexecutors.explorer.hook.Watched;
import java.util.Optional;
import java.util.function.Consumer;

/** Loads the classes of a scenario child first, rewritten; all others from where they came. */
final class SubjectLoader extends ClassLoader implements Watched {

    static {
        registerAsParallelCapable();
    }

    private final Subject subject;
    private volatile Consumer<Thread> strangers = thread -> {};

    SubjectLoader(Subject subject, ClassLoader origin) {
        super("explorer", origin);
        this.subject = subject;
    }

    void report(Consumer<Thread> to) {
        strangers = to;
    }

    @Override
    public void stranger(Thread thread) {
        strangers.accept(thread);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (CopiesLoader.isCopy(name)) {
            return CopiesLoader.ONLY.loadClass(name);
        }
        if (Delegation.isExplorer(name)) {
            return Class.forName(name, false, SubjectLoader.class.getClassLoader());
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            Optional<byte[]> woven = subject.woven(name);
            return woven.isPresent()
                    ? defineClass(name, woven.get(), 0, woven.get().length)
                    : super.loadClass(name, resolve);
        }
    }
}
