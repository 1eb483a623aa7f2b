package io.github.acrossexecutors.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One pass over the reports of some JVMs that fills all three files. Of several JVMs' looks at one test only the first counts. */
final class Views implements ReportSink {

    private final List<ReportSink> sinks;
    private final Set<String> seen = new HashSet<>();
    private String place = "";

    private Views(List<ReportSink> sinks) {
        this.sinks = sinks;
    }

    static void write(List<RunReport.Source> youngestFirst, Path target) throws IOException {
        List<Path> begun = RunReport.FILES.stream()
                .map(name -> target.resolve(name + ".part"))
                .toList();
        try {
            fill(youngestFirst, begun);
            for (int i = 0; i < begun.size(); i++) {
                putInPlace(begun.get(i), target.resolve(RunReport.FILES.get(i)));
            }
        } finally {
            for (Path part : begun) {
                Files.deleteIfExists(part);
            }
        }
    }

    private static void fill(List<RunReport.Source> sources, List<Path> files) throws IOException {
        List<String> damaged = new ArrayList<>();
        try (Writer html = new Utf8Writer(files.get(0));
                Writer csv = new Utf8Writer(files.get(1));
                Writer md = new Utf8Writer(files.get(2));
                Views views =
                        new Views(List.of(new HtmlReport(html, damaged), new CsvReport(csv), new MarkdownReport(md)))) {
            for (RunReport.Source source : sources) {
                try {
                    ReportReader.read(source.file(), source.place(), source.jvm(), views);
                } catch (IOException e) {
                    damaged.add(source.file() + ": " + e.getMessage());
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void putInPlace(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void add(JvmRecord jvm) {
        place = jvm.place();
        toAll(sink -> sink.add(jvm));
    }

    @Override
    public void add(TestRecord test) {
        if (isFirst(test.uniqueId(), "")) {
            toAll(sink -> sink.add(test));
        }
    }

    @Override
    public void add(VerdictRecord verdict) {
        if (isFirst(verdict.uniqueId(), verdict.expectation())) {
            toAll(sink -> sink.add(verdict));
        }
    }

    private boolean isFirst(String uniqueId, String expectation) {
        return seen.add(place + "\n" + uniqueId + "\n" + expectation);
    }

    private interface Giving {
        void to(ReportSink sink) throws IOException;
    }

    /** What a sink cannot write is no fault of the report that is read. */
    private void toAll(Giving giving) {
        for (ReportSink sink : sinks) {
            try {
                giving.to(sink);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (ReportSink sink : sinks) {
            sink.close();
        }
    }
}
