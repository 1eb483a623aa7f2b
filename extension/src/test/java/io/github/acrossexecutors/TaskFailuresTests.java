package io.github.acrossexecutors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.acrossexecutors.execution.TaskFailure;
import io.github.acrossexecutors.report.TestStatus;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What tasks threw")
class TaskFailuresTests {

    @Test
    @DisplayName("aborts the test where it is a violated assumption of JUnit 4, or a subclass of that")
    void abortsForJUnit4() throws Exception {
        Throwable violated = violatedInJUnit4();

        TaskFailures one = TaskFailures.ofOne(List.of(failure(violated)));
        TaskFailures many = TaskFailures.ofMany(List.of(failure(violated), failure(violated)), "heading");

        assertThat(one.status()).isEqualTo(TestStatus.ABORTED);
        assertThatThrownBy(one::throwIfAny).isSameAs(violated);
        assertThat(many.status()).isEqualTo(TestStatus.ABORTED);
        assertThatThrownBy(many::throwIfAny).isSameAs(violated);
    }

    @Test
    @DisplayName("fails the test where an assumption was violated in one task and another failed")
    void failsBesideAnAssumption() throws Exception {
        List<TaskFailure> failures = List.of(failure(violatedInJUnit4()), failure(new AssertionError("broken")));

        assertThat(TaskFailures.ofOne(failures).status()).isEqualTo(TestStatus.FAILED);
    }

    private static TaskFailure failure(Throwable thrown) {
        return new TaskFailure(1, "task 0", "fixed-pool-1", thrown);
    }

    private static Throwable violatedInJUnit4() throws ReflectiveOperationException {
        return new JUnit4()
                .loadClass("org.junit.AssumptionViolatedException")
                .asSubclass(Throwable.class)
                .getConstructor()
                .newInstance();
    }

    /** Has two exceptions of JUnit 4. On the class path they would make AssertJ throw them. */
    private static final class JUnit4 extends ClassLoader {

        private static final int JAVA_8 = 52;
        private static final int CLASS = 7;
        private static final int METHOD = 10;
        private static final int NAME_AND_TYPE = 12;
        private static final int PUBLIC = 1;

        JUnit4() {
            super(null);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            String internal = "org.junit.internal.AssumptionViolatedException";
            try {
                byte[] bytes = exception(name, name.equals(internal) ? "java.lang.RuntimeException" : internal);
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }

        /** A public class with a public constructor, in the words of the JVM's specification, chapter 4. */
        private static byte[] exception(String name, String superclass) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (DataOutputStream out = new DataOutputStream(bytes)) {
                out.writeInt(0xCAFEBABE);
                shorts(out, 0, JAVA_8);
                shorts(out, 10);
                for (String text :
                        List.of(name.replace('.', '/'), superclass.replace('.', '/'), "<init>", "()V", "Code")) {
                    out.writeByte(1);
                    out.writeUTF(text);
                }
                constant(out, CLASS, 1);
                constant(out, CLASS, 2);
                constant(out, NAME_AND_TYPE, 3, 4);
                constant(out, METHOD, 7, 8);
                shorts(out, PUBLIC, 6, 7, 0, 0, 1);
                shorts(out, PUBLIC, 3, 4, 1, 5);
                out.writeInt(17);
                shorts(out, 1, 1);
                out.writeInt(5);
                out.write(new byte[] {0x2a, (byte) 0xb7, 0, 9, (byte) 0xb1}); // super();
                shorts(out, 0, 0, 0);
            }
            return bytes.toByteArray();
        }

        private static void constant(DataOutputStream out, int tag, int... references) throws IOException {
            out.writeByte(tag);
            shorts(out, references);
        }

        private static void shorts(DataOutputStream out, int... values) throws IOException {
            for (int value : values) {
                out.writeShort(value);
            }
        }
    }
}
