package io.github.acrossexecutors;

import java.lang.reflect.AnnotatedElement;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** One model's turn with an annotated method or class, named by both; or an expectation's with a method. */
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
        String displayName = test + " under " + model.name();
        return model.missing()
                .map(reason -> skipped(displayName, owner, reason, first))
                .orElseGet(() -> new ModelInvocationContext(
                        displayName,
                        List.of(new ModelExtension(
                                owner,
                                context -> HostedSession.insteadOf(
                                        context, () -> Session.open(context, model, settings)))),
                        first));
    }

    /** One expectation's turn with an annotated method, named by what is expected. */
    static ModelInvocationContext of(
            String test,
            AnnotatedElement owner,
            SpeedupExpectation expectation,
            Settings settings,
            Parameters parameters) {
        String displayName = test + ": " + expectation;
        return expectation
                .missing(parameters)
                .map(reason -> skipped(displayName, owner, reason, false))
                .orElseGet(() -> new ModelInvocationContext(
                        displayName,
                        List.of(new ModelExtension(
                                owner,
                                context -> HostedSession.insteadOf(
                                        context, () -> SpeedupSession.open(context, expectation, settings)))),
                        false));
    }

    /** Stands for a set of models of which {@code across.models} left none: skipped, so that nobody takes it for a pass. */
    static ModelInvocationContext ofNone(String test, AnnotatedElement owner, Settings settings) {
        List<String> models = settings.models().stream().map(Model::name).toList();
        String reason = Parameters.MODELS + " leaves none of " + models + ".";
        return skipped(test + " under no model", owner, reason, true);
    }

    /**
     * Stands aside, as the model would, for what has an annotation of its own and runs in this invocation alone; a nested
     * class that holds such a thing is entered for its sake.
     */
    static ModelInvocationContext skipped(String displayName, AnnotatedElement owner, String reason, boolean first) {
        ExecutionCondition condition = context -> {
            if (!AcrossExecutorsExtension.isRuledBy(owner, context)) {
                return ConditionEvaluationResult.enabled("it has an @AcrossExecutors of its own");
            }
            return first && context.getTestMethod().isEmpty() && holdsOwn(context.getRequiredTestClass())
                    ? ConditionEvaluationResult.enabled("something in it has an @AcrossExecutors of its own")
                    : ConditionEvaluationResult.disabled(reason);
        };
        return new ModelInvocationContext(displayName, List.of(condition), first);
    }

    /** Whether a method or nested class of a class, however deep, has an annotation of its own. */
    private static boolean holdsOwn(Class<?> type) {
        return !AnnotationSupport.findAnnotatedMethods(type, AcrossExecutors.class, HierarchyTraversalMode.TOP_DOWN)
                        .isEmpty()
                || ReflectionSupport.streamNestedClasses(
                                type, nested -> AnnotationSupport.isAnnotated(nested, Nested.class))
                        .anyMatch(nested ->
                                AnnotationSupport.isAnnotated(nested, AcrossExecutors.class) || holdsOwn(nested));
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
