package io.github.acrossexecutors.runner.engine;

import java.util.List;

/**
 * Which test methods of a koan are run.
 *
 * @param methods the only ones; empty for all
 * @param stopAtFirstFailure whether those after the first failure stay unrun
 */
public record Selection(List<String> methods, boolean stopAtFirstFailure) {

    /** Every method. */
    public static final Selection ALL = new Selection(List.of(), false);

    /** Every method, up to the first that fails: what a learner waits for. */
    public static final Selection UNTIL_FIRST_RED = new Selection(List.of(), true);

    /** Copies the list. */
    public Selection {
        methods = List.copyOf(methods);
    }

    /**
     * One method.
     *
     * @param method its name
     * @return that alone
     */
    public static Selection only(String method) {
        return new Selection(List.of(method), false);
    }
}
