package io.github.acrossexecutors.runner.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import koans.kit.Guarantee;

/** Finds the methods of a compiled test that each prove a guarantee: what must be heard of before a koan is green. */
final class GuaranteeMethods {

    private GuaranteeMethods() {}

    /** Their names; none if there is no such class, of which the child tells more. */
    static List<String> of(Path classFile) {
        if (!Files.isRegularFile(classFile)) {
            return List.of();
        }
        try {
            return ClassFile.of().parse(classFile).methods().stream()
                    .filter(GuaranteeMethods::provesOne)
                    .map(method -> method.methodName().stringValue())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean provesOne(MethodModel method) {
        return method.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
                .flatMap(attribute -> attribute.annotations().stream())
                .anyMatch(annotation -> annotation.className().equalsString(Guarantee.class.descriptorString()));
    }
}
