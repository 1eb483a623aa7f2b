package io.github.acrossexecutors.runner.path;

/** A source file is there, but holds no text that could be compiled. */
public final class UnreadableSourceException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient SourceProblem problem;

    UnreadableSourceException(SourceProblem problem) {
        super(problem.place() + ": " + problem.message());
        this.problem = problem;
    }

    /** {@return what is wrong and where} */
    public SourceProblem problem() {
        return problem;
    }
}
