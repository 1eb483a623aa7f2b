package example;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.AcrossExecutors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@AcrossExecutors // one line more: everything below runs under SEQUENTIAL, FIXED_POOL and VIRTUAL_THREADS
class ExistingSuiteTest {

    private final PriceService prices = new PriceService();

    @Test
    void neverAskedFor() {
        assertThat(prices.timesAsked("teapot")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"teapot", "cup"})
    void quotes(String article) {
        assertThat(prices.quote(article)).isPositive();
    }

    @Nested
    class AfterAQuestion {

        @BeforeEach
        void ask() {
            prices.quote("teapot");
        }

        @Test
        void remembersIt() {
            assertThat(prices.timesAsked("teapot")).isEqualTo(1);
        }
    }
}
