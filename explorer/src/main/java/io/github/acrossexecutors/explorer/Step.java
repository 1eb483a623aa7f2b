package io.github.acrossexecutors.explorer;

/**
 * One step of a schedule, in the order in which they happened.
 *
 * @param actor whose step: the name of an actor, or of a thread that the subject started
 * @param text what it did, with the value read, written or returned
 * @param where file and line in the source, {@code Counter.java:12}
 */
public record Step(String actor, String text, String where) {}
