/**
 * Archives of classes: a JVM that starts with one finds what it is going to load parsed, checked and linked.
 *
 * <p>Says where archives are kept, which JVM each fits, how they are made and when they are thrown away. Knows no JUnit, and
 * what is archived only as a {@link io.github.acrossexecutors.archive.Rehearsal}. For the root package and, outside of
 * this library, for the runner of the koans; imports no other package of this library. Everything public is safe for use by
 * many threads.
 */
@NullMarked
package io.github.acrossexecutors.archive;

import org.jspecify.annotations.NullMarked;
