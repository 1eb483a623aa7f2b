package io.github.acrossexecutors;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.ReflectionSupport;

/** Makes {@link Settings} of an annotation, or says in one sentence what is wrong with it. */
final class SettingsReader {

    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);
    /** The upper ends stop typing errors, which would else look like a JVM that ran out of memory. */
    private static final Parameters.Range TASKS = new Parameters.Range(1, 1_000_000);

    private static final Parameters.Range WARMUPS = new Parameters.Range(0, 1_000_000);
    private static final Parameters.Range ROUNDS = new Parameters.Range(1, 1_000_000);
    /** A fork-join pool takes no more. */
    private static final Parameters.Range WORKERS = new Parameters.Range(1, 32_767);

    private final AcrossExecutors annotation;
    private final List<ExecutionModel> defaultModels;
    private final Parameters parameters;

    private SettingsReader(AcrossExecutors annotation, List<ExecutionModel> defaultModels, Parameters parameters) {
        this.annotation = annotation;
        this.defaultModels = defaultModels;
        this.parameters = parameters;
    }

    static Settings ofMethod(AcrossExecutors annotation, Parameters parameters) {
        return new SettingsReader(annotation, ExecutionModel.ofThisJvm(), parameters).read();
    }

    static Settings ofClass(AcrossExecutors annotation, Parameters parameters) {
        List<ExecutionModel> models =
                List.of(ExecutionModel.SEQUENTIAL, ExecutionModel.FIXED_POOL, ExecutionModel.VIRTUAL_THREADS);
        return new SettingsReader(annotation, models, parameters).read();
    }

    private Settings read() {
        List<Model> models = models();
        return new Settings(
                models,
                narrow(models),
                parameters.number("tasks", annotation.tasks(), TASKS, 1),
                annotation.tasks() != AcrossExecutors.UNSET,
                parameters.number(
                        "workers",
                        annotation.workers(),
                        WORKERS,
                        Runtime.getRuntime().availableProcessors()),
                parameters.number("warmups", annotation.warmups(), WARMUPS, 0),
                parameters.number("rounds", annotation.rounds(), ROUNDS, 1),
                parameters.duration(
                        new Parameters.Given(
                                "@AcrossExecutors", "timeout", annotation.timeout(), annotation.timeoutUnit()),
                        "across.timeout",
                        DEFAULT_TIMEOUT));
    }

    private List<Model> models() {
        List<ExecutionModel> builtIn = annotation.value().length == 0 && annotation.executors().length == 0
                ? defaultModels
                : List.of(annotation.value());
        List<Model> models = new ArrayList<>();
        builtIn.forEach(model -> models.add(new Model.BuiltIn(model)));
        Arrays.stream(annotation.executors()).map(SettingsReader::provided).forEach(models::add);
        Set<String> names = new HashSet<>();
        for (Model model : models) {
            if (!names.add(model.name())) {
                throw new ExtensionConfigurationException(
                        "@AcrossExecutors names the model " + model.name() + " twice; name each once.");
            }
        }
        return models;
    }

    static Model provided(Class<? extends ExecutorProvider> type) {
        ExecutorProvider provider;
        try {
            provider = ReflectionSupport.newInstance(type);
        } catch (Exception e) {
            throw Model.Provided.wrong(
                    type, "no instance could be made through a constructor without parameters: " + e, e);
        }
        String name = Model.Provided.ask(type, "name()", provider::name);
        if (name.isBlank()) {
            throw Model.Provided.wrong(type, "name() returned a blank name.", null);
        }
        return new Model.Provided(provider, name);
    }

    private List<Model> narrow(List<Model> models) {
        return models.stream().filter(model -> isLeft(model, parameters)).toList();
    }

    /** {@code across.models} takes built-in models away; a team's own executors are not its to name. */
    static boolean isLeft(Model model, Parameters parameters) {
        Optional<String> list = parameters.lookup().apply(Parameters.MODELS);
        if (list.isEmpty()) {
            return true;
        }
        Set<ExecutionModel> allowed = EnumSet.noneOf(ExecutionModel.class);
        for (String name : list.get().split(",", -1)) {
            allowed.add(model(name.trim(), list.get()));
        }
        return !(model instanceof Model.BuiltIn builtIn) || allowed.contains(builtIn.model());
    }

    private static ExecutionModel model(String name, String list) {
        try {
            return ExecutionModel.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ExtensionConfigurationException(
                    Parameters.MODELS + " must be a comma-separated list of " + Arrays.toString(ExecutionModel.values())
                            + ", not '" + list + "'.",
                    e);
        }
    }
}
