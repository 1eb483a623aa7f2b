/** What the README shows of the extension, as a team would write it. */
@NullMarked
package example;

import org.jspecify.annotations.NullMarked;
