package io.github.acrossexecutors.verdict;

/** No machine could meet an expectation: the work itself does not have that much to gain. */
public final class ImpossibleBarException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ImpossibleBarException(String message) {
        super(message);
    }
}
