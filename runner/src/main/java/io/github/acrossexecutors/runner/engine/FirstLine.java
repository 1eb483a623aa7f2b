package io.github.acrossexecutors.runner.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.LineNumber;
import java.nio.file.Path;

/** Finds where the code of a class begins: what to open when a failure has no line in it. */
final class FirstLine {

    private FirstLine() {}

    /** The first line that a method of the class executes, 0 if it has none. */
    static int of(Path classFile) {
        try {
            return ClassFile.of().parse(classFile).methods().stream()
                    .filter(method -> !method.methodName().stringValue().startsWith("<"))
                    .flatMap(method -> method.code().stream())
                    .flatMap(code -> code.elementStream())
                    .filter(LineNumber.class::isInstance)
                    .mapToInt(element -> ((LineNumber) element).line())
                    .min()
                    .orElse(0);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
