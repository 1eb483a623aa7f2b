package io.github.acrossexecutors;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Offers JUnit one invocation per model, of an annotated method or of an annotated class. */
final class AcrossExecutorsExtension
        implements TestTemplateInvocationContextProvider, ClassTemplateInvocationContextProvider {

    static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(AcrossExecutors.class);

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return annotation(context.getRequiredTestMethod()).isPresent();
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        AcrossExecutors annotation = annotation(context.getRequiredTestMethod()).orElseThrow();
        Refusals.ofMethod(context.getRequiredTestMethod());
        Settings settings = SettingsReader.ofMethod(annotation, parameters(context));
        prepareResults(context);
        return Stream.concat(
                invocations(context, settings, context.getRequiredTestMethod()), expectations(context, settings));
    }

    @Override
    public boolean mayReturnZeroTestTemplateInvocationContexts(ExtensionContext context) {
        return ModelInvocationContext.isRepeated(context);
    }

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return annotation(context.getRequiredTestClass()).isPresent();
    }

    @Override
    public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(ExtensionContext context) {
        AcrossExecutors annotation = annotation(context.getRequiredTestClass()).orElseThrow();
        Refusals.ofClass(context.getRequiredTestClass());
        Settings settings = SettingsReader.ofClass(annotation, parameters(context));
        prepareResults(context);
        return invocations(context, settings, context.getRequiredTestClass()).map(invocation -> invocation);
    }

    @Override
    public boolean mayReturnZeroClassTemplateInvocationContexts(ExtensionContext context) {
        return ModelInvocationContext.isRepeated(context);
    }

    /** Ahead of the tests, so that a mistake in the configuration is told once and no test runs in vain. */
    private static void prepareResults(ExtensionContext context) {
        ResultTables.in(context);
        JvmReport.in(context);
    }

    static Optional<AcrossExecutors> annotation(AnnotatedElement element) {
        return AnnotationSupport.findAnnotation(element, AcrossExecutors.class);
    }

    /** Whether the annotation nearest to a test is the one on the given element. */
    static boolean isRuledBy(AnnotatedElement owner, ExtensionContext context) {
        Optional<ExtensionContext> next = Optional.of(context);
        while (next.isPresent()) {
            Optional<AnnotatedElement> element = next.get().getElement();
            if (element.flatMap(AcrossExecutorsExtension::annotation).isPresent()) {
                return element.get().equals(owner);
            }
            next = next.get().getParent();
        }
        return false;
    }

    /**
     * The store of what lasts longer than one run of JUnit's engine: a build tool's JVM may run it for each class anew, and
     * for what failed again.
     */
    static ExtensionContext.Store storeOfTheSession(ExtensionContext context) {
        return context.getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, NAMESPACE);
    }

    static Parameters parameters(ExtensionContext context) {
        return new Parameters(context::getConfigurationParameter);
    }

    private static Stream<ModelInvocationContext> expectations(ExtensionContext context, Settings settings) {
        Method method = context.getRequiredTestMethod();
        List<SpeedupExpectation> expectations = SpeedupReader.of(method, settings, parameters(context));
        if (expectations.isEmpty() || ModelInvocationContext.isRepeated(context)) {
            return Stream.empty();
        }
        Stream<SpeedupExpectation> judged =
                switch (SpeedupVerdicts.in(context).mode()) {
                    case OFF -> Stream.empty();
                    case CALIBRATE -> expectations.stream().map(SpeedupExpectation::calibrating);
                    case ENFORCE, REPORT -> expectations.stream();
                };
        return judged.distinct()
                .map(expectation -> ModelInvocationContext.of(
                        context.getDisplayName(), method, expectation, settings, parameters(context)));
    }

    /** In the second and later invocations of an annotated class, what is annotated by itself has run already. */
    private static Stream<ModelInvocationContext> invocations(
            ExtensionContext context, Settings settings, AnnotatedElement owner) {
        if (ModelInvocationContext.isRepeated(context)) {
            return Stream.empty();
        }
        List<Model> models = settings.narrowed();
        if (models.isEmpty()) {
            return Stream.of(ModelInvocationContext.ofNone(context.getDisplayName(), owner, settings));
        }
        return IntStream.range(0, models.size())
                .mapToObj(index -> ModelInvocationContext.of(
                        context.getDisplayName(), owner, models.get(index), settings, index == 0));
    }
}
