package io.github.acrossexecutors;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of a test class that runs after each round, warm-up rounds included, outside the round's time.
 *
 * <p>The method is an instance method that returns nothing, and takes no parameter or one: the {@link
 * io.github.acrossexecutors.timing.Round} that has ended, with its time and its tasks' spans. It runs on JUnit's thread; where
 * the body runs once, on the body's worker. All rounds share one test instance, so this is the place that clears up what a
 * round left. Where the body is executed in worker JVMs, a method without a parameter runs in each of them too; one that takes
 * the round runs here alone, where all of it is known.
 *
 * <p>Methods of superclasses and of enclosing instances run too, after those of subclasses and nested classes. All of
 * them run, whatever the round or one of them threw; one that wants the round is left out where a {@link BeforeRound}
 * method failed and there is none.
 *
 * <p><b>Failure:</b> what it throws fails the test, beside what the body threw; the remaining rounds are left out.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface AfterRound {}
