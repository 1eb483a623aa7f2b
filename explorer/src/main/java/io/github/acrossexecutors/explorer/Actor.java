package io.github.acrossexecutors.explorer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One thread's part in a scenario: a method without parameters, which may be private and may throw.
 *
 * <p>A scenario has two or three actors. Their names are those of the methods, their order that of the class file. What
 * a method returns is ignored.
 *
 * @see Interleavings
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Actor {}
