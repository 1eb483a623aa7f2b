package io.github.acrossexecutors.report;

import io.github.acrossexecutors.timing.Round;
import io.github.acrossexecutors.timing.Span;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * {@code report.csv}: a row per span, as RFC 4180 has it, with a head.
 *
 * <p>A text that a spreadsheet would take for a formula gets an apostrophe before it.
 */
final class CsvReport implements ReportSink {

    static final String HEAD = "place,jvm,class,method,test,model,meaning,status,round,warmup,task,worker,"
            + "start_nanos,end_nanos,cpu_nanos\r\n";

    private final Writer out;
    private String jvm = "";

    CsvReport(Writer out) throws IOException {
        this.out = out;
        out.write(HEAD);
    }

    @Override
    public void add(JvmRecord record) {
        jvm = cell(record.place()) + "," + cell(record.name());
    }

    @Override
    public void add(TestRecord test) throws IOException {
        String head = String.join(
                ",",
                jvm,
                cell(test.className()),
                cell(test.method()),
                cell(test.test()),
                cell(test.timings().model()),
                cell(test.meaning()),
                test.status().name().toLowerCase(Locale.ROOT));
        Map<String, String> workers = new HashMap<>();
        StringBuilder rows = new StringBuilder();
        for (Round round : test.timings().rounds()) {
            String start = head + "," + round.number() + "," + round.warmup() + ",";
            for (Span span : round.spans()) {
                rows.append(start).append(span.task()).append(',');
                rows.append(workers.computeIfAbsent(span.worker(), CsvReport::cell));
                rows.append(',').append(span.startNanos()).append(',').append(span.endNanos());
                rows.append(',');
                span.cpuNanos().ifPresent(rows::append);
                rows.append("\r\n");
            }
        }
        out.write(rows.toString());
    }

    @Override
    public void add(VerdictRecord verdict) {
        // A verdict has no spans.
    }

    static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
