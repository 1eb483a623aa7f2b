package io.github.acrossexecutors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

class SharedResourceTests {

    @Test
    void aResourceMayAskForAnotherOneWhileItStarts() {
        EngineRun run = EngineRun.of(NestedTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.journal()).containsExactly("proxy of site");
    }

    @ExtendWith(Proxies.class)
    static class NestedTestCase {
        @Test
        void body(String address) {
            Journal.write(address);
        }
    }

    static class Proxies implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return true;
        }

        /** The two names have the same hash. */
        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return SharedResource.get(
                    context, "Aa", () -> "proxy of " + SharedResource.get(context, "BB", () -> "site"));
        }
    }
}
