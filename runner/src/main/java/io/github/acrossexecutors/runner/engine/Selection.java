package io.github.acrossexecutors.runner.engine;

import java.util.List;

/**
 * Which test methods of a koan are run.
 *
 * @param methods the only ones; empty for all
 * @param stopAtFirstFailure whether those after the first failure stay unrun
 * @param patience how many times a koan's budget a method may take, at least 1: code that is known not to hang needs no tight deadline, and a starved
 *     machine no accusation
 */
public record Selection(List<String> methods, boolean stopAtFirstFailure, int patience) {

    /** Every method. */
    public static final Selection ALL = new Selection(List.of(), false, 1);

    /** Every method, up to the first that fails: what a learner waits for. */
    public static final Selection UNTIL_FIRST_RED = new Selection(List.of(), true, 1);

    /** Every method of what is known not to hang: a stub as committed, a solution. */
    public static final Selection PATIENTLY = new Selection(List.of(), false, 12);

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if the patience is below 1
     */
    public Selection {
        methods = List.copyOf(methods);
        if (patience < 1) {
            throw new IllegalArgumentException("`patience` is " + patience + ", but must be at least 1");
        }
    }

    /**
     * One method.
     *
     * @param method its name
     * @return that alone
     */
    public static Selection only(String method) {
        return new Selection(List.of(method), false, 1);
    }
}
