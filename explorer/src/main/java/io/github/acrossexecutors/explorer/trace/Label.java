package io.github.acrossexecutors.explorer.trace;

/**
 * What rewritten code says of a place in the source. It travels as one string constant of the class file.
 *
 * @param name of the field, the element type or the method
 * @param where file and line
 */
public record Label(String name, String where) {

    private static final char BETWEEN = '\t';

    /**
     * Read what {@link #text()} wrote.
     *
     * @param text the constant
     * @return the label
     */
    public static Label of(String text) {
        int at = text.indexOf(BETWEEN);
        return at < 0 ? new Label(text, "") : new Label(text.substring(0, at), text.substring(at + 1));
    }

    /**
     * Read the name alone.
     *
     * @param text the constant
     * @return the name
     */
    public static String nameIn(String text) {
        int at = text.indexOf(BETWEEN);
        return at < 0 ? text : text.substring(0, at);
    }

    /**
     * Write as one string.
     *
     * @return the constant
     */
    public String text() {
        return name + BETWEEN + where;
    }

    /**
     * Shorten a type's name to what a person calls it.
     *
     * @param name {@code Outer$Inner}
     * @return {@code Inner}; the whole name for anonymous classes
     */
    public static String simpleType(String name) {
        String inner = name.substring(name.lastIndexOf('$') + 1);
        return inner.isEmpty() || Character.isDigit(inner.charAt(0)) ? name.replace('$', '.') : inner;
    }
}
