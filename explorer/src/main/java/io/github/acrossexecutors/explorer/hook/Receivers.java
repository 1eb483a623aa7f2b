package io.github.acrossexecutors.explorer.hook;

import java.util.BitSet;
import java.util.Collection;
import java.util.Hashtable;
import java.util.Map;
import java.util.Set;
import java.util.Vector;

/** What kind of object of the JDK's is called. */
enum Receivers {
    /** A rewritten copy of a class of {@code java.util.concurrent}: what it orders is seen inside. */
    SYNCHRONIZER,
    /** A class of {@code java.util.concurrent} itself, which never waits. */
    ATOMIC,
    /** Guarded by its own monitor: {@code Collections.synchronizedList}, {@code Vector}, {@code StringBuffer}. */
    MONITOR,
    /** What threads may not share without a lock: a collection, a map, a builder of strings. */
    DATA,
    /** Whatever else: no step. */
    UNKNOWN;

    /** How names of copies begin. */
    static final String COPIES = "explored.";

    private static final String SYNCHRONIZED = "java.util.Collections$Synchronized";

    /** What a synchronized collection leaves to its user to guard. */
    private static final Set<String> UNGUARDED =
            Set.of("iterator", "listIterator", "stream", "parallelStream", "spliterator");

    /** Whether threads may not share its contents but with the help of a lock, be it its own. */
    boolean isData() {
        return this == MONITOR || this == DATA;
    }

    /** Whether a method of a collection that has a monitor does not enter it. */
    static boolean isUnguarded(Object receiver, String method) {
        return UNGUARDED.contains(method) && receiver.getClass().getName().startsWith(SYNCHRONIZED);
    }

    static Receivers of(Object receiver) {
        String name = Inheritance.root(receiver.getClass()).getName();
        if (name.startsWith(COPIES)) {
            return SYNCHRONIZER;
        }
        if (name.startsWith("java.util.concurrent.") || receiver instanceof FieldUpdaters.Named) {
            return ATOMIC;
        }
        if (name.startsWith(SYNCHRONIZED)
                || receiver instanceof Vector
                || receiver instanceof Hashtable
                || receiver instanceof StringBuffer) {
            return MONITOR;
        }
        if (receiver instanceof StringBuilder || receiver instanceof BitSet) {
            return DATA;
        }
        boolean data = receiver instanceof Collection || receiver instanceof Map;
        return data && name.startsWith("java.util.") && !isView(name) ? DATA : UNKNOWN;
    }

    /** Views have no contents of their own, and immutable collections none that change. */
    private static boolean isView(String name) {
        return name.startsWith("java.util.ImmutableCollections") || name.startsWith("java.util.Collections$");
    }

    static boolean writes(String method) {
        return switch (method) {
            case "put", "putAll", "putIfAbsent", "putFirst", "putLast", "add", "addAll", "addFirst", "addLast" -> true;
            case "remove", "removeAll", "removeFirst", "removeLast", "removeIf", "clear", "set", "push", "pop" -> true;
            case "poll", "pollFirst", "pollLast", "pollFirstEntry", "pollLastEntry", "offer", "offerFirst" -> true;
            case "offerLast", "retainAll", "replace", "replaceAll", "compute", "computeIfAbsent", "merge" -> true;
            case "computeIfPresent", "sort", "append", "insert", "delete", "deleteCharAt", "setCharAt" -> true;
            case "setValue", "setLength", "reverse", "flip", "and", "or", "xor", "andNot" -> true;
            default -> false;
        };
    }
}
