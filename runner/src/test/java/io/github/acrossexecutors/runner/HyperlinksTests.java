package io.github.acrossexecutors.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Links are marked")
class HyperlinksTests {

    @Test
    @DisplayName("for terminals that are known to take them")
    void known() {
        assertThat(Hyperlinks.shownIn(Map.of("TERM_PROGRAM", "iTerm.app"))).isTrue();
        assertThat(Hyperlinks.shownIn(Map.of("TERM", "xterm-kitty"))).isTrue();
        assertThat(Hyperlinks.shownIn(Map.of("WT_SESSION", "4d3c"))).isTrue();
        assertThat(Hyperlinks.shownIn(Map.of("TERM", "xterm-256color", "VTE_VERSION", "7600")))
                .isTrue();
    }

    @Test
    @DisplayName("for no other, nor behind a multiplexer, which may swallow them")
    void unknown() {
        assertThat(Hyperlinks.shownIn(Map.of())).isFalse();
        assertThat(Hyperlinks.shownIn(Map.of("TERM", "xterm-256color"))).isFalse();
        assertThat(Hyperlinks.shownIn(Map.of("TERM_PROGRAM", "Apple_Terminal"))).isFalse();
        assertThat(Hyperlinks.shownIn(Map.of("VTE_VERSION", "4800"))).isFalse();
        assertThat(Hyperlinks.shownIn(Map.of("VTE_VERSION", "none"))).isFalse();
        assertThat(Hyperlinks.shownIn(Map.of("TERM_PROGRAM", "WezTerm", "TMUX", "/tmp/tmux-1/default,1,0")))
                .isFalse();
        assertThat(Hyperlinks.shownIn(Map.of("TERM", "dumb", "WT_SESSION", "4d3c")))
                .isFalse();
    }

    @Test
    @DisplayName("where FORCE_HYPERLINK says so, and nowhere where it says no")
    void forced() {
        assertThat(Hyperlinks.shownIn(Map.of("FORCE_HYPERLINK", "1", "TERM", "dumb")))
                .isTrue();
        assertThat(Hyperlinks.shownIn(Map.of("FORCE_HYPERLINK", "0", "TERM_PROGRAM", "vscode")))
                .isFalse();
    }
}
