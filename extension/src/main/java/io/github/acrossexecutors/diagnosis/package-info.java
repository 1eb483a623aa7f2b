/**
 * Says what a thread hangs in: where it stands, which lock it waits for, who holds that lock.
 *
 * <p>Needs the JDK alone and imports no other package of the project; any of them may use it. Everything here may be
 * called from any thread.
 */
@NullMarked
package io.github.acrossexecutors.diagnosis;

import org.jspecify.annotations.NullMarked;
