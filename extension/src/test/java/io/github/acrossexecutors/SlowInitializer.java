package io.github.acrossexecutors;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits in a class initializer, which pins a virtual thread on every JDK, as often as it is asked to. */
final class SlowInitializer {

    private SlowInitializer() {}

    /** What is defined anew each time, because a class is initialized once. */
    private static final class Template {
        static {
            block();
        }
    }

    /** Pin the current thread, if it is a virtual one, for some 20 ms. */
    static void run() throws IOException, IllegalAccessException {
        String name = "/" + Template.class.getName().replace('.', '/') + ".class";
        try (InputStream bytes = Objects.requireNonNull(SlowInitializer.class.getResourceAsStream(name))) {
            MethodHandles.lookup().defineHiddenClass(bytes.readAllBytes(), true);
        }
    }

    /** Wait for some 20 ms. */
    static void block() {
        try {
            new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
