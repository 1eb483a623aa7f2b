/**
 * Stand-ins for classes inside the JDK that copies of {@code java.util.concurrent} use and code outside the JDK may not.
 *
 * <p>Nobody imports it: {@code weave} puts the names of these classes where the JDK's were, and loads them together with the
 * copies, rewritten as these are.
 */
@NullMarked
package io.github.acrossexecutors.explorer.standin;

import org.jspecify.annotations.NullMarked;
