package io.github.acrossexecutors;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Refuses an expectation on a method that has no models of its own: nobody would ever judge it. */
final class SpeedupPlaceCheck implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        if (AcrossExecutorsExtension.annotation(context.getRequiredTestMethod()).isEmpty()) {
            throw new ExtensionConfigurationException("@ExpectSpeedup stands on "
                    + context.getRequiredTestMethod().getName()
                    + "(), which has no @AcrossExecutors of its own: put one on the method, in place of @Test, to say"
                    + " with how many tasks and workers it is judged.");
        }
    }
}
