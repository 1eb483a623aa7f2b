package io.github.acrossexecutors.benchmarks;

import java.nio.file.Path;

/** Prints, a line each, the {@code java} command that runs it and its class path: what a script needs to do the same. */
final class ThisJava {

    private ThisJava() {}

    public static void main(String[] arguments) {
        System.out.println(Path.of(System.getProperty("java.home"), "bin", "java"));
        System.out.println(System.getProperty("java.class.path"));
    }
}
