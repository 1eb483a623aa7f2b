package io.github.acrossexecutors.runner;

import java.util.Map;
import java.util.Set;

/**
 * Whether a terminal makes text clickable that is marked as a link (the escape sequence OSC 8). There is no way to ask one; those
 * that do are known by what they put into the environment.
 *
 * <p>One that does not would at worst show rubbish, so in doubt there are no links. {@code FORCE_HYPERLINK} set to 1 or 0 decides, as it
 * does for other programs.
 */
final class Hyperlinks {

    private static final Set<String> PROGRAMS =
            Set.of("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio", "mintty");
    private static final Set<String> TERMINALS =
            Set.of("xterm-kitty", "xterm-ghostty", "alacritty", "foot", "foot-extra", "contour");
    private static final Set<String> MARKS = Set.of("WT_SESSION", "KONSOLE_VERSION", "DOMTERM", "KITTY_WINDOW_ID");

    /** From this version on the library behind GNOME's terminal knows links: 0.50.1. */
    private static final int VTE = 5001;

    private Hyperlinks() {}

    static boolean shownIn(Map<String, String> environment) {
        String forced = environment.getOrDefault("FORCE_HYPERLINK", "");
        if (!forced.isEmpty()) {
            return !forced.equals("0");
        }
        // Between the terminal and us stands a program that may swallow the marks.
        boolean behindAnother = environment.containsKey("TMUX") || environment.containsKey("STY");
        String terminal = environment.getOrDefault("TERM", "");
        if (behindAnother || terminal.equals("dumb")) {
            return false;
        }
        return TERMINALS.contains(terminal)
                || PROGRAMS.contains(environment.getOrDefault("TERM_PROGRAM", ""))
                || MARKS.stream().anyMatch(environment::containsKey)
                || vte(environment.getOrDefault("VTE_VERSION", ""));
    }

    private static boolean vte(String version) {
        return version.matches("\\d{4,6}") && Integer.parseInt(version) >= VTE;
    }
}
