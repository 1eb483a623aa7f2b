package io.github.acrossexecutors.explorer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What must hold when all actors of a scenario have ended: a method without parameters that throws when it does not.
 *
 * <p>A scenario has any number of checks, none included. They run one after the other, alone, and see all that the actors
 * did.
 *
 * @see Interleavings
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Check {}
