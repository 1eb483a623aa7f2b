package io.github.acrossexecutors.runner.path;

/**
 * What is wrong with a source file, and where.
 *
 * @param file the file as a person knows it, relative to the project
 * @param line first line is 1; 0 if the whole file is meant
 * @param column first column is 1; 0 if the whole line is meant
 * @param message what is wrong
 * @param meaning the same in plain words, empty where the message is plain
 * @param sourceLine the line itself, empty if unknown
 */
public record SourceProblem(String file, long line, long column, String message, String meaning, String sourceLine) {

    /** {@return file, line and column as terminals and IDEs make them clickable} */
    public String place() {
        return line == 0 ? file : file + ":" + line;
    }
}
