package koans.kit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;

/** Marks a test method of a {@link Koan}, and says which guarantee of the koan's text it judges. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
public @interface Guarantee {

    /**
     * The guarantee's number in the text, from 1.
     *
     * @return the number
     */
    int value();
}
