package io.github.acrossexecutors.report;

import java.io.Closeable;
import java.io.IOException;

/**
 * Takes what was measured, JVM by JVM, and shows it in some form when it is closed.
 *
 * <p><b>Threads:</b> one at a time.
 */
interface ReportSink extends Closeable {

    /** The JVM whose tests and verdicts follow. */
    void add(JvmRecord jvm) throws IOException;

    void add(TestRecord test) throws IOException;

    void add(VerdictRecord verdict) throws IOException;
}
