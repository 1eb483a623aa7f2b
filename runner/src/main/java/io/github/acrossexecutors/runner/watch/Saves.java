package io.github.acrossexecutors.runner.watch;

import io.github.acrossexecutors.runner.path.Entry;
import io.github.acrossexecutors.runner.path.FileHash;
import io.github.acrossexecutors.runner.path.KoanTree;
import java.io.UncheckedIOException;

/**
 * Notices that a koan's file or its test was saved, by looking at what they hold: that survives every editor, file system and clock.
 *
 * <p>Editors empty or delete a file before they write it anew; a file that is gone or blank is believed after some looks only.
 */
final class Saves {

    /** How many looks in a row a file must be gone. */
    static final int LOOKS = 3;

    private static final String NOTHING = FileHash.of(new byte[0]);

    private final KoanTree tree;
    private String known = "";
    private int gone;

    Saves(KoanTree tree) {
        this.tree = tree;
    }

    /** Begins with what is there now. */
    void watch(Entry entry) {
        known = state(entry);
        gone = 0;
    }

    /** Whether something else is there than when this was last true. */
    boolean changed(Entry entry) {
        String now = state(entry);
        if (now.equals(known)) {
            gone = 0;
            return false;
        }
        String stub = now.substring(0, now.indexOf(' '));
        if ((stub.isEmpty() || stub.equals(NOTHING)) && ++gone < LOOKS) {
            return false;
        }
        known = now;
        gone = 0;
        return true;
    }

    private String state(Entry entry) {
        try {
            return FileHash.of(tree.stub(entry)) + ' ' + FileHash.of(tree.test(entry));
        } catch (UncheckedIOException beingReplaced) {
            return " ";
        }
    }
}
