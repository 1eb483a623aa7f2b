package io.github.acrossexecutors;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of a test class that runs before each round, warm-up rounds included, outside the round's time.
 *
 * <p>The method is an instance method that takes no parameters and returns nothing. It runs on JUnit's thread; where
 * the body runs once, on the body's worker. All rounds share one test instance, so this is the place that sets up what
 * each round needs. Where the body is executed in worker JVMs, the method runs in each of them too.
 *
 * <p>Methods of superclasses and of enclosing instances run too, before those of subclasses and nested classes.
 *
 * <p><b>Failure:</b> what it throws fails the test, or aborts it if it is an assumption; its round's body and the
 * remaining rounds are left out.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface BeforeRound {}
