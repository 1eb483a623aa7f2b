package io.github.acrossexecutors;

import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One invocation of a test, from its first {@code BeforeEach} method to its last {@code AfterEach} method.
 *
 * <p><b>Threads:</b> for JUnit's thread alone, but for {@link #dynamicTest}.
 */
interface TestSession extends AutoCloseable {

    /** What a parameter of the body gets that is {@linkplain BodyParameters#supplies ours}. */
    Object resolve(Class<?> type);

    /** Execute a life-cycle method where it belongs. */
    void lifecycle(BodyCalls calls) throws Throwable;

    /** Execute the body, and throw what came of it. */
    void body(BodyCalls calls, ExtensionContext context) throws Throwable;

    /** Execute one of a factory's dynamic tests, a test of its own that shares all else with the others; one at a time. */
    void dynamicTest(BodyCalls calls, ExtensionContext context) throws Throwable;

    /** Tell what was measured, and throw what has failed since the body ended. */
    void finish(ExtensionContext context) throws Exception;

    /** JUnit closes it once more, which matters if the test did not come to its end. */
    @Override
    void close();
}
