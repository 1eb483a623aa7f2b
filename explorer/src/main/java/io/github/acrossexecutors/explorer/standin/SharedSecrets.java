package io.github.acrossexecutors.explorer.standin;

/** What copies use of {@code jdk.internal.access.SharedSecrets}. */
public final class SharedSecrets {

    private static final JavaLangAccess ACCESS = (thread, container) -> thread.start();

    private SharedSecrets() {}

    /**
     * Tell who starts threads.
     *
     * @return who
     */
    public static JavaLangAccess getJavaLangAccess() {
        return ACCESS;
    }

    /** What copies use of {@code jdk.internal.access.JavaLangAccess}. */
    @FunctionalInterface
    public interface JavaLangAccess {

        /**
         * Start a thread.
         *
         * @param thread which
         * @param container ignored
         */
        void start(Thread thread, ThreadContainer container);
    }
}
