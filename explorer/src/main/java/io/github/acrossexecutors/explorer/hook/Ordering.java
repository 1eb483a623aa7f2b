package io.github.acrossexecutors.explorer.hook;

import io.github.acrossexecutors.explorer.control.History;
import io.github.acrossexecutors.explorer.control.Participant;

/** What a call orders. Where that is not known it is taken to order both ways: a race may be missed, nobody is blamed. */
enum Ordering {
    NONE(false, false),
    /** A write that orders nobody, and can be seen all the same. */
    WRITES(false, false),
    ACQUIRES(true, false),
    RELEASES(false, true),
    BOTH(true, true);

    private final boolean acquires;
    private final boolean releases;

    Ordering(boolean acquires, boolean releases) {
        this.acquires = acquires;
        this.releases = releases;
    }

    boolean acquires() {
        return acquires;
    }

    boolean releases() {
        return releases;
    }

    void apply(Participant me, Object owner, Object name) {
        History history = me.run().history();
        if (history.isFenced() && !acquires && !releases) {
            history.order(me, owner, name, true, true);
        } else if (this == WRITES) {
            history.mark(me, owner, name);
        } else {
            history.order(me, owner, name, acquires, releases);
        }
    }

    /** For a variable that can also be used without its handle. */
    void apply(Participant me, Variable variable, String label) {
        History history = me.run().history();
        boolean fenced = history.isFenced() && !acquires && !releases;
        if (this == ACQUIRES || (this == NONE && !fenced)) {
            history.readAtomically(me, variable.owner(), variable.name(), label, variable.known(), acquires);
        } else {
            history.writeAtomically(
                    me,
                    variable.owner(),
                    variable.name(),
                    label,
                    variable.known(),
                    acquires || fenced,
                    releases || fenced);
        }
    }

    static Ordering ofCall(String method) {
        return switch (method) {
            case "get", "getAcquire", "intValue", "longValue", "toString", "isEmpty", "size", "getReference" ->
                ACQUIRES;
            case "set", "lazySet", "setRelease" -> RELEASES;
            case "getPlain", "getOpaque" -> NONE;
            case "setPlain", "setOpaque", "weakCompareAndSetPlain" -> WRITES;
            default -> BOTH;
        };
    }

    static Ordering ofMode(String mode) {
        return switch (mode) {
            case "get", "getOpaque" -> NONE;
            case "set", "setOpaque", "weakCompareAndSetPlain" -> WRITES;
            case "getVolatile", "getAcquire" -> ACQUIRES;
            case "setVolatile", "setRelease" -> RELEASES;
            default -> BOTH;
        };
    }
}
