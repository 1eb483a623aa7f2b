/**
 * What runs inside the child JVM: it takes requests from its standard input, runs a koan's test with JUnit's launcher, and reports.
 *
 * <p>Imported by nobody; {@code engine} names its main class to start it. Imports {@code link} and the kit. One run at a time; each class says which
 * threads use it.
 */
@NullMarked
package io.github.acrossexecutors.runner.host;

import org.jspecify.annotations.NullMarked;
