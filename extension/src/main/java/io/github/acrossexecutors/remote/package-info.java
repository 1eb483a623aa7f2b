/**
 * Tasks in other JVMs: what is sent there, who executes it there, and who waits for it here.
 *
 * <p>Knows no JUnit: what a life-cycle is comes as a {@link io.github.acrossexecutors.remote.Launch}. For the root package
 * alone; it stands on the execution, diagnosis, timing and process packages. What travels is no record: before the JDK can
 * unpack one it makes classes, which a JVM that starts for one test has no time for. Each type says which JVM and which thread
 * it is for.
 */
@NullMarked
package io.github.acrossexecutors.remote;

import org.jspecify.annotations.NullMarked;
