package io.github.acrossexecutors.pinning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A frame")
class FramesTests {

    @ParameterizedTest
    @DisplayName("is written as in a stack trace, with the file its class is probably in")
    @CsvSource({
        "com.acme.Prices,            read,     12, com.acme.Prices.read(Prices.java:12)",
        "com.acme.Prices$Cache$1,    get,       3, com.acme.Prices$Cache$1.get(Prices.java:3)",
        "Prices,                     <clinit>,  1, Prices.<clinit>(Prices.java:1)",
        "com.acme.Prices,            read,     -1, com.acme.Prices.read(Prices.java)",
        "com.acme.A$B+0x00007f0c/7,  c,         4, com.acme.A$B.c(A.java:4)",
        "com.acme.A/0x000074b8c8011, c,         4, com.acme.A.c(A.java:4)"
    })
    void isWrittenAsInAStackTrace(String type, String method, int line, String words) {
        assertThat(Frames.inWords(type, method, line)).isEqualTo(words);
    }

    @Test
    @DisplayName("and a reason lose the numbers of hidden classes, or no two of them would be alike")
    void losesNumbers() {
        assertThat(Frames.withoutNumbers("VM call to com.acme.A$B+0x000074b8c8011/0x00074.<clinit> on stack"))
                .isEqualTo("VM call to com.acme.A$B.<clinit> on stack");
        assertThat(Frames.withoutNumbers("Native frame 1/2")).isEqualTo("Native frame 1/2");
    }
}
