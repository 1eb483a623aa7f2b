package io.github.acrossexecutors.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What travels how, without a worker. */
class CargoTests {

    private static final int MOST_BYTES = 1 << 20;

    private final Cargo pool = Cargo.ofPool(MOST_BYTES, CargoTests.class.getClassLoader(), null);
    private final Cargo worker = Cargo.ofWorker(MOST_BYTES, CargoTests.class.getClassLoader());

    private Object arrived(byte[] packed) throws Exception {
        return Objects.requireNonNull(((Callable<?>) Objects.requireNonNull(worker.unpack(packed))).call());
    }

    @Test
    void aLambdaThatCapturesTextsAndNumbersNeedsNoObjectStream() throws Exception {
        String text = "Käse";
        long number = 1L << 40;
        byte[] packed = pool.pack((SerializableCallable<String>) () -> text + number, "task");
        assertThat(packed[0]).isEqualTo(Plain.LAMBDA);
        assertThat(arrived(packed)).isEqualTo("Käse" + number);
        assertThat(arrived(pool.pack((SerializableCallable<Integer>) text::length, "task")))
                .isEqualTo(4);
    }

    @Test
    void norDoesOneThatCapturesAnother() throws Exception {
        SerializableFunction<Integer, Integer> twice = number -> 2 * number;
        int start = 20;
        SerializableCallable<Integer> inner = () -> twice.apply(start) + 1;
        byte[] packed = pool.pack((SerializableCallable<String>) () -> "is " + inner.call(), "task");
        assertThat(packed[0]).isEqualTo(Plain.LAMBDA);
        assertThat(arrived(packed)).isEqualTo("is 41");
    }

    @Test
    void lambdasThatCaptureOneTwiceOrVeryManyTravelAsObjects() throws Exception {
        SerializableFunction<Integer, Integer> sum = number -> number + 1;
        for (int i = 0; i < 40; i++) {
            sum = after(sum, sum);
        }
        byte[] packed = pool.pack(sum, "task");
        assertThat(packed[0]).isEqualTo(Plain.SERIALIZED);
        assertThat(packed).hasSizeLessThan(100_000);

        SerializableCallable<Integer> many = () -> 0;
        for (int i = 0; i < 100; i++) {
            SerializableCallable<Integer> inner = many;
            many = () -> inner.call() + 1;
        }
        packed = pool.pack(many, "task");
        assertThat(packed[0]).isEqualTo(Plain.SERIALIZED);
        assertThat(arrived(packed)).isEqualTo(100);
    }

    private static SerializableFunction<Integer, Integer> after(
            SerializableFunction<Integer, Integer> first, SerializableFunction<Integer, Integer> second) {
        return number -> second.apply(first.apply(number));
    }

    @Test
    void aLambdaThatCapturesMoreTravelsAsAnObject() throws Exception {
        String half = "\uD83E";
        int[] numbers = {1, 2};
        List<String> list = List.of("one");
        SerializableCallable<Object> inner = () -> list;
        List<SerializableCallable<Object>> tasks = List.of(() -> half, () -> numbers, () -> list, () -> inner.call());
        for (SerializableCallable<Object> task : tasks) {
            byte[] packed = pool.pack(task, "task");
            assertThat(packed[0]).isEqualTo(Plain.SERIALIZED);
            assertThat(arrived(packed)).isEqualTo(task.call());
        }
    }

    @Test
    void aPoolNeverRebuildsALambda() throws IOException {
        byte[] packed = pool.pack((SerializableCallable<Integer>) () -> 1, "task");
        assertThatIOException().isThrownBy(() -> pool.unpack(packed)).withMessageContaining("no value begins with");
    }
}
