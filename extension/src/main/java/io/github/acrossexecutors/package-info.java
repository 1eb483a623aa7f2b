/**
 * The user's door: what a test class names, and the glue that ties it to JUnit Jupiter.
 *
 * <p>It stands on {@code execution}, {@code timing}, {@code report} and {@code verdict}, none of which knows JUnit or this package.
 * Everything public here is for users; everything else runs on the thread JUnit calls it on.
 */
@NullMarked
package io.github.acrossexecutors;

import org.jspecify.annotations.NullMarked;
