package io.github.acrossexecutors.explorer.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenamingTests {

    private final Renaming ofSubject = Renaming.ofSubject();
    private final Renaming ofCopies = Renaming.ofCopies();

    @ParameterizedTest
    @CsvSource({
        "java/util/concurrent/Semaphore, explored/java/util/concurrent/Semaphore",
        "java/util/concurrent/Semaphore$Sync, explored/java/util/concurrent/Semaphore$Sync",
        "()Ljava/util/concurrent/locks/ReentrantLock;, ()Lexplored/java/util/concurrent/locks/ReentrantLock;",
        "[Ljava/util/concurrent/Phaser;, [Lexplored/java/util/concurrent/Phaser;",
    })
    void putsACopyInThePlaceOfWhatWaits(String before, String after) {
        assertThat(ofSubject.rename(before)).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({
        "java/util/concurrent/SemaphoreFactory",
        "java/util/concurrent/atomic/AtomicInteger",
        "java/util/concurrent/locks/Lock",
        "java/util/concurrent/ForkJoinPool",
        "java/util/concurrent/ExecutorService",
        "Semaphore",
    })
    void leavesAllElseAsItIs(String name) {
        assertThat(ofSubject.rename(name)).isEqualTo(name);
    }

    @Test
    void givesStandInsToCopiesAlone() {
        String inside = "jdk/internal/misc/Unsafe";

        assertThat(ofSubject.rename(inside)).isEqualTo(inside);
        assertThat(ofCopies.rename(inside)).isEqualTo("io/github/acrossexecutors/explorer/standin/Unsafe");
        assertThat(ofCopies.rename("java/util/concurrent/DelayScheduler$ScheduledForkJoinTask"))
                .isEqualTo("io/github/acrossexecutors/explorer/standin/ForkJoinPool$ScheduledTask");
    }

    @Test
    void renamesAClassFileAndNothingElseInIt() throws IOException {
        byte[] original;
        try (InputStream file = Objects.requireNonNull(Semaphore.class.getResourceAsStream("Semaphore.class"))) {
            original = file.readAllBytes();
        }

        var renamed = ClassFile.of().parse(ofCopies.apply(original));

        assertThat(renamed.thisClass().asInternalName()).isEqualTo("explored/java/util/concurrent/Semaphore");
        assertThat(renamed.methods())
                .hasSameSizeAs(ClassFile.of().parse(original).methods());
        assertThat(ofSubject.apply(original)).hasSizeGreaterThan(original.length);
    }
}
