package io.github.acrossexecutors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * Refuses a JUnit older than 5.13, which would ignore the annotation on a class in silence.
 *
 * <p>It is registered before {@link AcrossExecutorsExtension}, which an older JUnit cannot even load.
 */
final class JUnitVersionCheck implements Extension {

    private static final String FIRST_IN_5_13 = "org.junit.jupiter.api.ClassTemplate";

    JUnitVersionCheck() {
        try {
            Class.forName(FIRST_IN_5_13, false, Test.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            String version = Test.class.getPackage().getImplementationVersion();
            throw new ExtensionConfigurationException(
                    "@AcrossExecutors needs JUnit Jupiter 5.13 or newer; found "
                            + (version == null ? "an older one" : version)
                            + ". Raise the version, best by importing org.junit:junit-bom.",
                    e);
        }
    }
}
