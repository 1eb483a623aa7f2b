package io.github.acrossexecutors.runner.engine;

import java.nio.file.Path;
import javax.tools.SimpleJavaFileObject;

/** A source text that javac sees under its file's own name; the text need not be what the file holds. */
final class SourceUnit extends SimpleJavaFileObject {

    private final String shown;
    private final String text;

    SourceUnit(Path file, String shown, String text) {
        super(file.toUri(), Kind.SOURCE);
        this.shown = shown;
        this.text = text;
    }

    String shown() {
        return shown;
    }

    String line(long number) {
        return number < 1 ? "" : text.lines().skip(number - 1).findFirst().orElse("");
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
