/** One type of Kotlin's library, by name alone, so that these tests need no Kotlin. */
@NullMarked
package kotlin.coroutines;

import org.jspecify.annotations.NullMarked;
