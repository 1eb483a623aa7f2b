package io.github.acrossexecutors.pinning;

import java.util.regex.Pattern;

/** Writes a frame as stack traces do, so that an IDE makes a link of it. */
final class Frames {

    /** What follows the name of a top-level class: that of a nested one, or the number of a hidden one. */
    private static final Pattern AFTER_TOP_LEVEL = Pattern.compile("[$/+].*");

    private static final Pattern NUMBER_OF_HIDDEN = Pattern.compile("([/+]0x[0-9a-f]+)+(/\\d+)?");

    private Frames() {}

    static String inWords(String type, String method, int line) {
        String topLevel = AFTER_TOP_LEVEL.matcher(type).replaceFirst("");
        String file = topLevel.substring(topLevel.lastIndexOf('.') + 1) + ".java";
        String place = line > 0 ? file + ":" + line : file;
        return withoutNumbers(type) + "." + method + "(" + place + ")";
    }

    /** A hidden class has a number that no other has, so that nothing it does would be like anything else. */
    static String withoutNumbers(String text) {
        return NUMBER_OF_HIDDEN.matcher(text).replaceAll("");
    }
}
