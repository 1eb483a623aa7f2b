package io.github.acrossexecutors.explorer.weave;

import io.github.acrossexecutors.explorer.trace.Label;

/** What rewritten code says of its places. */
final class Labels {

    private static final String NONE = "";

    private Labels() {}

    /** What the JDK does inside is no step. */
    static String of(String name, String where, boolean inJdk) {
        return inJdk ? NONE : new Label(name, where).text();
    }
}
