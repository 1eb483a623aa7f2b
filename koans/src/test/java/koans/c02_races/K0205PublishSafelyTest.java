package koans.c02_races;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import koans.kit.Guarantee;
import koans.kit.Interleaving;
import koans.kit.Interleaving.Second;
import koans.kit.Koan;
import koans.kit.Seen;

@Koan
class K0205PublishSafelyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Set<Class<?>> IN_ONE_STEP = Set.of(AtomicReference.class, AtomicLong.class);
    private static final List<Integer> OLD = List.of(2, 1790);
    private static final List<Integer> NEW = List.of(4, 1000);

    private final K0205PublishSafely board = new K0205PublishSafely();
    private final List<Integer> shown = new CopyOnWriteArrayList<>();

    @Guarantee(1)
    void whatWasPutUpLastIsShown(Seen seen) {
        putUp(OLD);
        board.putUp(() -> 100_000, () -> 1_790_000_000);

        board.show(shown::add, shown::add);

        assertThat(shown).withFailMessage(seen.as("figures", 100_000, 1_790_000_000, shown)).containsExactly(100_000, 1_790_000_000);
    }

    @Guarantee(2)
    void aReaderSeesOneRunWhileAnotherIsPutUp(Seen seen) throws InterruptedException {
        readWhilePuttingUp();

        assertThat(shown).withFailMessage(seen.as("torn", shown)).isIn(OLD, NEW);
    }

    @Guarantee(3)
    void aReaderSeesOneRunAlthoughAnotherIsPutUp(Seen seen) throws InterruptedException {
        putUpWhileReading();

        assertThat(shown).withFailMessage(seen.as("mixed", shown)).isIn(OLD, NEW);
    }

    @Guarantee(4)
    void aReaderIsNotHeldUp(Seen seen) throws InterruptedException {
        Second reader = readWhilePuttingUp();

        assertThat(reader).withFailMessage(seen.as("readerHeldUp")).isEqualTo(Second.WENT_THROUGH);
    }

    @Guarantee(4)
    void whoPutsUpIsNotHeldUp(Seen seen) throws InterruptedException {
        Second writer = putUpWhileReading();

        assertThat(writer).withFailMessage(seen.as("writerHeldUp")).isEqualTo(Second.WENT_THROUGH);
    }

    @Guarantee(5)
    void bothFiguresStandInOnePlace(Seen seen) {
        putUp(OLD);

        List<Field> fields = fieldsOf(K0205PublishSafely.class);
        assertThat(fields).withFailMessage(seen.as("places", named(fields))).hasSize(1);
        List<Field> unseen = fields.stream().filter(field -> !isSeen(field)).toList();
        assertThat(unseen).withFailMessage(seen.as("plain", named(unseen))).isEmpty();
    }

    @Guarantee(5)
    void whatIsPutUpDoesNotChange(Seen seen) {
        putUp(OLD);

        List<Field> changing = Arrays.stream(K0205PublishSafely.class.getDeclaredClasses())
                .flatMap(type -> fieldsOf(type).stream())
                .filter(field -> !Modifier.isFinal(field.getModifiers()))
                .toList();
        assertThat(changing)
                .withFailMessage(seen.as("changes", named(changing)))
                .isEmpty();
    }

    private static List<Field> fieldsOf(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()) || !Modifier.isFinal(field.getModifiers()))
                .filter(field -> !field.isSynthetic())
                .toList();
    }

    private static boolean isSeen(Field field) {
        return Modifier.isVolatile(field.getModifiers())
                || Modifier.isFinal(field.getModifiers()) && IN_ONE_STEP.contains(field.getType());
    }

    private static String named(List<Field> fields) {
        return fields.stream().map(field -> "`" + field.getName() + "`").collect(Collectors.joining(", "));
    }

    /** The first thread has given its first figure and is held before the second; then somebody reads. */
    private Second readWhilePuttingUp() throws InterruptedException {
        putUp(OLD);
        Interleaving seam = Interleaving.holding(1, PATIENCE);
        return seam.run(
                () -> board.putUp(NEW::getFirst, () -> {
                    seam.pass();
                    return NEW.getLast();
                }),
                () -> board.show(shown::add, shown::add));
    }

    /** The first thread has been shown its first figure and is held there; then somebody puts up another run. */
    private Second putUpWhileReading() throws InterruptedException {
        putUp(OLD);
        Interleaving seam = Interleaving.holding(1, PATIENCE);
        return seam.run(
                () -> board.show(
                        figure -> {
                            shown.add(figure);
                            seam.pass();
                        },
                        shown::add),
                () -> putUp(NEW));
    }

    private void putUp(List<Integer> run) {
        board.putUp(run::getFirst, run::getLast);
    }
}
