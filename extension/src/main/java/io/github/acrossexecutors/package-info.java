/** The door. */
@NullMarked
package io.github.acrossexecutors;

import org.jspecify.annotations.NullMarked;
