package io.github.acrossexecutors;

import io.github.acrossexecutors.verdict.Bar;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;

/** Makes {@link SpeedupExpectation}s of a method's annotations, or says in one sentence what is wrong with them. */
final class SpeedupReader {

    private static final Duration DEFAULT_BUDGET = Duration.ofSeconds(10);

    private final Method method;
    private final Settings settings;
    private final Parameters parameters;

    private SpeedupReader(Method method, Settings settings, Parameters parameters) {
        this.method = method;
        this.settings = settings;
        this.parameters = parameters;
    }

    /** The method's expectations, in the order in which they are declared. */
    static List<SpeedupExpectation> of(Method method, Settings settings, Parameters parameters) {
        SpeedupReader reader = new SpeedupReader(method, settings, parameters);
        List<SpeedupExpectation> all = AnnotationSupport.findRepeatableAnnotations(method, ExpectSpeedup.class).stream()
                .map(reader::read)
                .toList();
        for (int i = 0; i < all.size(); i++) {
            if (all.subList(0, i).stream()
                    .map(SpeedupExpectation::toString)
                    .anyMatch(all.get(i).toString()::equals)) {
                throw new ExtensionConfigurationException(
                        "@ExpectSpeedup: " + all.get(i) + " is expected twice on " + method.getName() + "().");
            }
        }
        return all;
    }

    private SpeedupExpectation read(ExpectSpeedup annotation) {
        Model contender = one("of", "ofExecutor", annotation.of(), annotation.ofExecutor(), List.of());
        Model baseline = one(
                "over",
                "overExecutor",
                annotation.over(),
                annotation.overExecutor(),
                List.of(ExecutionModel.SEQUENTIAL));
        if (contender.name().equals(baseline.name())) {
            throw wrong(contender.name() + " is compared with itself; name two models.");
        }
        SpeedupExpectation expectation = new SpeedupExpectation(
                contender,
                baseline,
                bar(annotation),
                parameters.duration(
                        new Parameters.Given("@ExpectSpeedup", "budget", annotation.budget(), annotation.budgetUnit()),
                        Parameters.SPEEDUP_BUDGET,
                        DEFAULT_BUDGET));
        refuseImpossible(expectation);
        return expectation;
    }

    private Model one(
            String attribute,
            String executorAttribute,
            ExecutionModel[] models,
            Class<? extends ExecutorProvider> executor,
            List<ExecutionModel> byDefault) {
        boolean ownExecutor = !executor.equals(ExecutorProvider.class);
        if (models.length > 1 || (models.length == 1 && ownExecutor)) {
            throw wrong(attribute + " and " + executorAttribute + " name " + Arrays.toString(models)
                    + (ownExecutor ? " and " + executor.getSimpleName() : "") + "; name exactly one.");
        }
        if (ownExecutor) {
            return settings.models().stream()
                    .filter(isProvidedBy(executor))
                    .findFirst()
                    .orElseGet(() -> SettingsReader.provided(executor));
        }
        return Stream.concat(Arrays.stream(models), byDefault.stream())
                .findFirst()
                .map(Model.BuiltIn::new)
                .orElseThrow(() -> wrong("neither of nor ofExecutor says which model is expected to be faster."));
    }

    private static Predicate<Model> isProvidedBy(Class<? extends ExecutorProvider> type) {
        return model -> model instanceof Model.Provided provided
                && provided.provider().getClass().equals(type);
    }

    private Bar bar(ExpectSpeedup annotation) {
        boolean atLeast = !Double.isNaN(annotation.atLeast());
        if (atLeast != Double.isNaN(annotation.ofIdeal())) {
            throw wrong("set exactly one of atLeast and ofIdeal.");
        }
        try {
            return atLeast ? new Bar.AtLeast(annotation.atLeast()) : new Bar.OfIdeal(annotation.ofIdeal());
        } catch (IllegalArgumentException e) {
            throw wrong(
                    atLeast
                            ? "atLeast must be more than 0 and finite, not " + annotation.atLeast() + "."
                            : "ofIdeal must be more than 0 and at most 1, not " + annotation.ofIdeal() + ".");
        }
    }

    /** What can be known without measuring: no machine has more to give. */
    private void refuseImpossible(SpeedupExpectation expectation) {
        boolean injected = BodyParameters.isInjected(method);
        boolean overSequential = expectation.baseline().is(ExecutionModel.SEQUENTIAL);
        if (!injected && settings.tasks() == 1) {
            throw wrong(method.getName() + "() has one task, which no model can share out: set tasks on"
                    + " @AcrossExecutors, or declare an executor parameter.");
        }
        if (expectation.bar() instanceof Bar.OfIdeal) {
            if (!overSequential) {
                throw wrong("ofIdeal needs the baseline SEQUENTIAL, not "
                        + expectation.baseline().name() + ", whose tasks get in each other's way; say atLeast.");
            }
        } else if (overSequential && !injected) {
            Model contender = expectation.contender();
            boolean pool = Stream.of(ExecutionModel.FIXED_POOL, ExecutionModel.FORK_JOIN, ExecutionModel.PROCESS_POOL)
                    .anyMatch(contender::is);
            int most = pool ? Math.min(settings.tasks(), settings.workers()) : settings.tasks();
            double times = ((Bar.AtLeast) expectation.bar()).times();
            if (times > most) {
                throw wrong(expectation + " cannot be met on any machine: " + settings.tasks() + " tasks on "
                        + (pool ? settings.workers() + " workers" : "workers of their own")
                        + " gain at most " + most + "x.");
            }
        }
    }

    private ExtensionConfigurationException wrong(String what) {
        return new ExtensionConfigurationException("@ExpectSpeedup on " + method.getName() + "(): " + what);
    }
}
