package io.github.acrossexecutors.runner.host;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.acrossexecutors.runner.link.Request;
import koans.api.Site;
import koans.kit.EveryOrder;
import koans.kit.SlowSite;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

/** Uses once, before any run, what is slow when it is used first: a cold machine must not cost a learner their deadline. */
final class WarmUp {

    private WarmUp() {}

    /** What every run needs: JUnit and AssertJ. */
    static void everything() {
        KoanRun.launcher()
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(DiscoverySelectors.selectClass(Rehearsal.class))
                        .enableImplicitConfigurationParameters(false)
                        .build());
    }

    static void part(Request.Part part) {
        switch (part) {
            case SITE -> SlowSite.warmUp();
            case RULES -> new ClassFileImporter().importClasses(Site.class);
            case ORDERS -> EveryOrder.warmUp();
        }
    }

    /** A test that proves nothing. */
    static final class Rehearsal {

        @Test
        void passes() {
            Assertions.assertThat(Rehearsal.class)
                    .withFailMessage(() -> "rehearsed")
                    .isNotNull();
        }
    }
}
