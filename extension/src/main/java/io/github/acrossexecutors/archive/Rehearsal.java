package io.github.acrossexecutors.archive;

import java.util.List;

/** Starts a JVM and has it do what later ones will do. */
@FunctionalInterface
public interface Rehearsal {

    /**
     * Rehearse once, in a JVM whose class path is exactly that of the {@link ArchiveKey}, until its process has ended.
     *
     * @param options options of the JVM, beside those of the key
     * @return whether all went well
     * @throws InterruptedException if interrupted; the process has been ended then
     */
    boolean run(List<String> options) throws InterruptedException;
}
