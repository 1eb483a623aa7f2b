/** What the documentation shows of the explorer, as a team would write it. */
@NullMarked
package example;

import org.jspecify.annotations.NullMarked;
