package io.github.acrossexecutors.runner.page;

/** How a piece of text is shown where colours are. */
public enum Style {
    /** As everything else. */
    PLAIN(""),
    /** What holds. */
    GREEN("32"),
    /** What does not. */
    RED("31"),
    /** What to look at: a place, a title. */
    BOLD("1"),
    /** What may be passed over. */
    FAINT("2");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    /**
     * Shows a text as ANSI terminals do.
     *
     * @param text the text
     * @return the same between the codes of this style
     */
    public String ansi(String text) {
        return this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
