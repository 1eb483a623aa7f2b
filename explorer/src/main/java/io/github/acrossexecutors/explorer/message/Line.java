package io.github.acrossexecutors.explorer.message;

/**
 * One step in words.
 *
 * @param participant whose
 * @param actor whose, by name
 * @param text what it did
 * @param where file and line
 */
public record Line(int participant, String actor, String text, String where) {}
