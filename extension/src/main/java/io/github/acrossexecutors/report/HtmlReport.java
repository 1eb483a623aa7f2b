package io.github.acrossexecutors.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code report.html}: one file that needs no other, with all that was measured as JSON in {@code script} elements, the
 * chart library, and the script that shows it.
 *
 * <p>The spans of a test go into an element of their own as soon as the test comes, so that neither this JVM nor the
 * browser has to hold, or read, all of them at once; what the overview needs comes last.
 */
final class HtmlReport implements ReportSink {

    private static final String DATA = "<!-- data -->";
    private static final String LIBRARY = "/* library */";
    private static final String STYLE = "/* style */";
    private static final String SCRIPT = "/* script */";
    private static final List<String> SCRIPTS = List.of("text.js", "bars.js", "timeline.js", "main.js");

    private final Writer out;
    private final String afterData;
    private final Ideals ideals = new Ideals();
    private final List<Map<String, @Nullable Object>> jvms = new ArrayList<>();
    private final List<Map<String, @Nullable Object>> tests = new ArrayList<>();
    private final List<Map<String, @Nullable Object>> verdicts = new ArrayList<>();
    private final List<String> damaged;

    /**
     * Begin a page.
     *
     * @param out where to; closed with this
     * @param damaged sentences on reports that could not be read, which may grow until this is closed
     */
    HtmlReport(Writer out, List<String> damaged) throws IOException {
        this.out = out;
        this.damaged = damaged;
        String page = resource("page.html").replace(STYLE, resource("page.css"));
        int data = page.indexOf(DATA);
        out.write(page.substring(0, data));
        afterData = page.substring(data + DATA.length());
    }

    @Override
    public void add(JvmRecord jvm) {
        ideals.on(jvm.availableProcessors());
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("place", jvm.place());
        map.put("name", jvm.name());
        map.putAll(jvm.facts());
        jvms.add(map);
    }

    @Override
    public void add(TestRecord test) throws IOException {
        String data = "spans-" + tests.size();
        script(data, PageData.rounds(test.timings().rounds()));
        Map<String, @Nullable Object> map = PageData.test(test);
        map.put("ideal", ideals.nanos(test));
        map.put("jvm", jvms.size() - 1);
        map.put("data", data);
        tests.add(map);
    }

    @Override
    public void add(VerdictRecord verdict) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>(verdict.fields());
        map.put("jvm", jvms.size() - 1);
        verdicts.add(map);
    }

    @Override
    public void close() throws IOException {
        try (out) {
            Map<String, @Nullable Object> index = new LinkedHashMap<>();
            index.put("written", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
            index.put("jvms", jvms);
            index.put("tests", tests);
            index.put("verdicts", verdicts);
            index.put("damaged", damaged);
            script("index", index);
            int library = afterData.indexOf(LIBRARY);
            out.write(afterData.substring(0, library));
            out.write(resource("echarts.min.js"));
            String end = afterData.substring(library + LIBRARY.length());
            int script = end.indexOf(SCRIPT);
            out.write(end.substring(0, script));
            for (String name : SCRIPTS) {
                out.write(resource(name));
            }
            out.write(end.substring(script + SCRIPT.length()));
        }
    }

    private void script(String id, Object json) throws IOException {
        out.write("<script type=\"application/json\" id=\"" + id + "\">");
        out.write(JsonText.of(json));
        out.write("</script>\n");
    }

    private static String resource(String name) throws IOException {
        try (InputStream resource = HtmlReport.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IOException(name + " is missing beside " + HtmlReport.class.getName());
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
