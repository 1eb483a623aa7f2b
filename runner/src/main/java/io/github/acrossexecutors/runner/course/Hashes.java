package io.github.acrossexecutors.runner.course;

/**
 * What a verdict was about.
 *
 * @param stub hash of the learner's file
 * @param test hash of its test
 */
public record Hashes(String stub, String test) {}
