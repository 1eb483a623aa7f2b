/**
 * What rewritten code calls: static methods, because bytecode has nobody to ask.
 *
 * <p>Imports {@code control} and {@code trace}; rewritten classes call it, {@code weave} knows it by name. Each method finds
 * out which participant the calling thread is, and hands over to the participant's schedule. A thread that is none has
 * been started behind the explorer's back, and is reported.
 */
@NullMarked
package io.github.acrossexecutors.explorer.hook;

import org.jspecify.annotations.NullMarked;
