package io.github.acrossexecutors.explorer.search;

import io.github.acrossexecutors.explorer.control.Play;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One fresh instance of a scenario, played by reflection. */
final class Script implements Play {

    private final Class<?> type;
    private final List<String> actors;
    private final List<String> checks;
    private @Nullable Object scenario;

    Script(Class<?> type, List<String> actors, List<String> checks) {
        this.type = type;
        this.actors = actors;
        this.checks = checks;
    }

    @Override
    public void set() throws Throwable {
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        try {
            scenario = constructor.newInstance();
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    @Override
    public List<Part> parts() {
        return actors.stream().map(name -> new Part(name, () -> call(name))).toList();
    }

    @Override
    public void check() throws Throwable {
        for (String check : checks) {
            call(check);
        }
    }

    private void call(String name) throws Throwable {
        Method method = method(type, name);
        method.setAccessible(true);
        try {
            method.invoke(scenario);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static Method method(Class<?> declared, String name) throws NoSuchMethodException {
        for (Class<?> each = declared; each != null; each = each.getSuperclass()) {
            for (Method method : each.getDeclaredMethods()) {
                if (method.getName().equals(name) && method.getParameterCount() == 0) {
                    return method;
                }
            }
        }
        throw new NoSuchMethodException(declared.getName() + "." + name);
    }
}
