package koans.kit;

import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Plays a learner's file: one thing to find in each place where code can stand. */
final class RulesSubject {

    private @Nullable TimeUnit held;

    @Nullable
    TimeUnit called() {
        return "plain".getBytes(StandardCharsets.UTF_8).length > 0 ? held : null;
    }

    Function<String, String> referredTo() {
        return String::strip;
    }

    Supplier<Boolean> lambda() {
        return () -> "lambda".isBlank();
    }

    Object anonymous() {
        return new Object() {
            @Override
            public String toString() {
                return new StringJoiner("-").add("anonymous").toString().intern();
            }
        };
    }

    String local() {
        record Local(String text) {
            String twice() {
                return text.repeat(2);
            }
        }
        return new Local("local").twice();
    }

    void subtype() {
        new Worker().start();
        try (ExecutorService service = Executors.newSingleThreadExecutor()) {
            service.execute(() -> {});
        }
    }

    static final class Worker extends Thread {
        @Override
        public void run() {
            setName(" nested ".trim());
        }
    }
}

final class RulesSecondClass {

    private RulesSecondClass() {}

    static long lines(String text) {
        return text.lines().count();
    }
}
