package io.github.acrossexecutors.verdict;

/** The code of a contestant. */
@FunctionalInterface
public interface Body {

    /**
     * Execute it once.
     *
     * @throws Exception if it fails, which ends the measurement
     */
    void execute() throws Exception;
}
