package io.github.acrossexecutors.benchmarks.explorer;

import io.github.acrossexecutors.benchmarks.lab.Condition;

/**
 * What was found of one scenario in one JVM.
 *
 * @param setting what must be the same of findings that are counted together: explorer, corpus, JDK, system
 * @param tool what looked
 * @param subject the scenario, as {@link Subject#id()} says it
 * @param condition what the JVM had to live with
 * @param started when, in ISO 8601
 * @param load the machine's load average just before; negative if nobody knows
 * @param wallMillis from the start of the JVM to its end
 * @param seen what it printed
 */
record Finding(
        String setting,
        Tool tool,
        String subject,
        Condition condition,
        String started,
        double load,
        long wallMillis,
        Seen seen) {}
