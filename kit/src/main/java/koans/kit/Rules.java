package koans.kit;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.SourceCodeLocation;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges how the learner's code is written, where running it cannot tell. A parameter of a {@link Guarantee} method: the
 * class is then read before the method's deadline begins, because the first reading of a JVM takes a second and more.
 *
 * <pre>{@code
 * rules.mustNotUse(Executor.class).otherwise(seen, "pool");                      // `pool`: {} is used.
 * rules.mustCall(Thread.class, "start").otherwise(seen, "noStart");              // nothing to show: no {}
 * }</pre>
 *
 * <p>Everything compiled from the learner's file is read, from where the class was loaded: nested, local and anonymous
 * classes, further classes of the file, lambdas, method references. A subtype counts as its supertype.
 *
 * <p>Limits: what is reached by reflection is not seen.
 *
 * <p><b>Threads:</b> immutable.
 */
public final class Rules {

    private final List<JavaClass> classes;

    private Rules(List<JavaClass> classes) {
        this.classes = classes;
    }

    /**
     * Read some class, so that the first reading that somebody waits for is not the first of the JVM. For whoever has
     * time before.
     */
    public static void warmUp() {
        of(Rules.class);
    }

    /**
     * Read a class and all that was compiled from the same file.
     *
     * @param subject the learner's class, of the top level
     * @return its rules
     * @throws IllegalArgumentException if its class file cannot be found
     */
    public static Rules of(Class<?> subject) {
        String file = subject.getSimpleName() + ".java";
        List<JavaClass> classes = read(directory(subject)).stream()
                .filter(found -> found.getPackageName().equals(subject.getPackageName()))
                .filter(found -> source(found).equals(Optional.of(file)))
                .toList();
        if (classes.isEmpty()) {
            throw new IllegalArgumentException(
                    "No class compiled from " + file + " was found beside " + subject.getName() + ".");
        }
        return new Rules(classes);
    }

    /**
     * Forbid types: calling them, making them, holding them.
     *
     * @param types the types; their subtypes are meant too
     * @return the ruling; its "seen" sentence has one place {}, for what was found and where
     */
    public Ruling mustNotUse(Class<?>... types) {
        return Ruling.nothingIn(uses(types).toList());
    }

    /**
     * Demand that at least one of these types is used.
     *
     * @param types the types; their subtypes are meant too
     * @return the ruling; its "seen" sentence has no place {}
     */
    public Ruling mustUse(Class<?>... types) {
        return new Ruling(uses(types).findAny().isPresent());
    }

    /**
     * Forbid methods, called or referred to.
     *
     * @param owner the type that has them; its subtypes are meant too
     * @param methods their names
     * @return the ruling; its "seen" sentence has one place {}, for what was found and where
     */
    public Ruling mustNotCall(Class<?> owner, String... methods) {
        return Ruling.nothingIn(calls(owner, methods).toList());
    }

    /**
     * Demand that at least one of these methods is called or referred to.
     *
     * @param owner the type that has them; its subtypes are meant too
     * @param methods their names
     * @return the ruling; its "seen" sentence has no place {}
     */
    public Ruling mustCall(Class<?> owner, String... methods) {
        return new Ruling(calls(owner, methods).findAny().isPresent());
    }

    /** What a rule found, before it is said. */
    public static final class Ruling {

        private final boolean kept;
        private final Object[] values;

        private Ruling(boolean kept, Object... values) {
            this.kept = kept;
            this.values = values;
        }

        private static Ruling nothingIn(List<String> found) {
            return new Ruling(found.isEmpty(), found.isEmpty() ? "nothing" : String.join(", ", found));
        }

        /**
         * Fail if the rule is broken.
         *
         * @param seen the guarantee that holds the rule
         * @param key which of its "seen" sentences says so
         * @throws AssertionError if the rule is broken
         */
        public void otherwise(Seen seen, String key) {
            String message = seen.as(key, values).get();
            if (!kept) {
                throw new AssertionError(message);
            }
        }
    }

    /** Accesses are told by name and line; what is held or declared without an access, by its type. */
    private Stream<String> uses(Class<?>... types) {
        Stream<String> accessed = accesses()
                .filter(access -> isAny(access.getTargetOwner(), types))
                .map(Rules::told);
        Stream<String> declared = classes.stream()
                .flatMap(from -> from.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> isAny(dependency.getTargetClass(), types))
                .map(Rules::told);
        List<String> found = accessed.distinct().toList();
        return found.isEmpty() ? declared.distinct() : found.stream();
    }

    private Stream<String> calls(Class<?> owner, String... methods) {
        List<String> names = List.of(methods);
        return accesses()
                .filter(access -> isAny(access.getTargetOwner(), owner))
                .filter(access -> names.contains(access.getTarget().getName()))
                .map(Rules::told)
                .distinct();
    }

    private Stream<JavaAccess<?>> accesses() {
        return classes.stream()
                .flatMap(from -> Stream.concat(
                        from.getAccessesFromSelf().stream(), from.getCodeUnitReferencesFromSelf().stream()))
                .sorted((one, other) -> Integer.compare(one.getLineNumber(), other.getLineNumber()));
    }

    private static boolean isAny(JavaClass found, Class<?>... types) {
        return Arrays.stream(types).anyMatch(found::isAssignableTo);
    }

    private static String told(JavaAccess<?> access) {
        String name = access.getTarget().getName();
        String owner = access.getTargetOwner().getSimpleName();
        return (name.equals("<init>") ? "new " + owner : owner + "." + name) + " "
                + place(access.getSourceCodeLocation());
    }

    private static String told(Dependency dependency) {
        return dependency.getTargetClass().getSimpleName();
    }

    private static String place(SourceCodeLocation location) {
        return location.toString();
    }

    private static Optional<String> source(JavaClass found) {
        return found.getSource().flatMap(source -> source.getFileName());
    }

    /**
     * Reads class files, and of the classes they name only what the rules ask for: their supertypes. ArchUnit's defaults
     * follow the types of all members and annotations too, which takes several times as long.
     */
    private static JavaClasses read(URL directory) {
        return ArchConfiguration.withThreadLocalScope((ArchConfiguration configuration) -> {
            for (String unasked :
                    List.of("MemberTypes", "AnnotationTypes", "GenericSignatureTypes", "EnclosingTypes")) {
                configuration.setProperty("import.dependencyResolutionProcess.maxIterationsFor" + unasked, "0");
            }
            return new ClassFileImporter().importUrl(directory);
        });
    }

    private static URL directory(Class<?> subject) {
        URL file = subject.getResource(subject.getSimpleName() + ".class");
        if (file == null) {
            throw new IllegalArgumentException("The class file of " + subject.getName() + " cannot be found.");
        }
        String address = file.toString();
        try {
            return URI.create(address.substring(0, address.lastIndexOf('/') + 1))
                    .toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("The class file of " + subject.getName() + " is at " + address + ".", e);
        }
    }
}
