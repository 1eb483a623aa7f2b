package io.github.acrossexecutors;

import java.lang.reflect.AnnotatedElement;
import java.util.List;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** One model's turn with an annotated method or class, named by both. */
final class ModelInvocationContext implements TestTemplateInvocationContext, ClassTemplateInvocationContext {

    private static final String FIRST_OF_CLASS = "first invocation of the class";

    private final String displayName;
    private final List<Extension> extensions;
    private final boolean first;

    private ModelInvocationContext(String displayName, List<Extension> extensions, boolean first) {
        this.displayName = displayName;
        this.extensions = extensions;
        this.first = first;
    }

    static ModelInvocationContext of(
            String test, AnnotatedElement owner, Model model, Settings settings, boolean first) {
        Extension extension = model.missing()
                .map(ModelInvocationContext::skipped)
                .orElseGet(() -> new ModelExtension(owner, model, settings));
        return new ModelInvocationContext(test + " under " + model.name(), List.of(extension), first);
    }

    /** Stands for a set of models of which {@code across.models} left none: skipped, so that nobody takes it for a pass. */
    static ModelInvocationContext ofNone(String test, Settings settings) {
        List<String> models = settings.models().stream().map(Model::name).toList();
        return new ModelInvocationContext(
                test + " under no model",
                List.of(skipped(Parameters.MODELS + " leaves none of " + models + ".")),
                true);
    }

    private static Extension skipped(String reason) {
        return (ExecutionCondition) context -> ConditionEvaluationResult.disabled(reason);
    }

    @Override
    public String getDisplayName(int invocationIndex) {
        return displayName;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return extensions;
    }

    @Override
    public void prepareInvocation(ExtensionContext context) {
        TestName.leaveOut(context);
        if (context.getTestMethod().isEmpty()) {
            context.getStore(AcrossExecutorsExtension.NAMESPACE).put(FIRST_OF_CLASS, first);
        }
    }

    /** Whether this is inside an invocation of an annotated class that is not its first. */
    static boolean isRepeated(ExtensionContext context) {
        Boolean first = context.getStore(AcrossExecutorsExtension.NAMESPACE).get(FIRST_OF_CLASS, Boolean.class);
        return first != null && !first;
    }
}
