package io.github.acrossexecutors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Stands for the tests of others when a worker JVM rehearses: what it makes JUnit load is kept for later workers. Build tools
 * do not find it, because they look for tests in a project's own directories.
 */
final class RehearsedTest {

    /** Its one test, in JUnit's words. */
    static final String UNIQUE_ID = "[engine:junit-jupiter]/[class:" + RehearsedTest.class.getName()
            + "]/[test-template:body(" + Task.class.getName() + ")]/[test-template-invocation:#1]";

    private boolean prepared;

    @BeforeEach
    void prepare() {
        prepared = true;
    }

    @AcrossExecutors(ExecutionModel.PROCESS_POOL)
    void body(Task task) {
        if (!prepared) {
            throw new AssertionError("task " + task.index() + " was not prepared");
        }
    }

    @AfterEach
    void tidyUp() {
        prepared = false;
    }
}
