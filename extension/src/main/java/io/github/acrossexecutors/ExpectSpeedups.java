package io.github.acrossexecutors;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Holds several {@link ExpectSpeedup} of one method; written by the compiler. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@ExtendWith(SpeedupPlaceCheck.class)
public @interface ExpectSpeedups {

    /**
     * The expectations.
     *
     * @return at least one
     */
    ExpectSpeedup[] value();
}
