package io.github.acrossexecutors.explorer.hook;

/** What a call orders. Where that is not known it is taken to order both ways: a race may be missed, nobody is blamed. */
enum Ordering {
    NONE(false, false),
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

    static Ordering ofCall(String method) {
        return switch (method) {
            case "get", "getAcquire", "intValue", "longValue", "toString", "isEmpty", "size", "getReference" ->
                ACQUIRES;
            case "set", "lazySet", "setRelease" -> RELEASES;
            case "getPlain", "setPlain", "getOpaque", "setOpaque" -> NONE;
            default -> BOTH;
        };
    }

    static Ordering ofMode(String mode) {
        return switch (mode) {
            case "get", "set", "getOpaque", "setOpaque", "weakCompareAndSetPlain" -> NONE;
            case "getVolatile", "getAcquire" -> ACQUIRES;
            case "setVolatile", "setRelease" -> RELEASES;
            default -> BOTH;
        };
    }
}
