package io.github.acrossexecutors.explorer.weave;

import io.github.acrossexecutors.explorer.trace.Label;
import java.lang.constant.ClassDesc;

/** How classes are shown. */
final class Names {

    private Names() {}

    static String simple(ClassDesc type) {
        return Label.simpleType(type.displayName());
    }

    static ClassDesc type(String internalName) {
        return internalName.startsWith("[")
                ? ClassDesc.ofDescriptor(internalName)
                : ClassDesc.ofInternalName(internalName);
    }
}
