package io.github.acrossexecutors;

/**
 * Tells beside a failure under which model it happened, as a suppressed exception: the failure itself stays the one the
 * body threw, and some reporters do not show the name of an annotated class's invocation.
 */
final class UnderModel extends Exception {

    private static final long serialVersionUID = 1;

    UnderModel(String model) {
        super("the body ran under " + model, null, false, false);
    }
}
