package io.github.acrossexecutors.explorer.weave;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.reflect.AccessFlag;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The classes of one scenario, rewritten once and loaded as often as static fields must be fresh.
 *
 * <p>Rewritten is what the scenario's class loader knows, but the JDK, test libraries and the explorer itself.
 */
public final class Subject {

    private final Class<?> scenario;
    private final ClassLoader origin;
    private final Renaming renaming = Renaming.ofSubject();
    private final Classes classes;
    private final Map<String, Optional<byte[]>> woven = new ConcurrentHashMap<>();
    private volatile boolean statics;
    private volatile @Nullable SubjectLoader loader;

    /**
     * Prepare.
     *
     * @param scenario the class that was handed in
     */
    public Subject(Class<?> scenario) {
        this.scenario = scenario;
        this.origin = Objects.requireNonNullElseGet(scenario.getClassLoader(), ClassLoader::getSystemClassLoader);
        this.classes = new Classes(this::file, origin);
    }

    /**
     * Load the scenario: anew if a static field could remember an earlier schedule.
     *
     * @param strangers told of threads that run its code and belong to no schedule
     * @return the rewritten class
     * @throws ClassNotFoundException if its class file cannot be found
     */
    public Class<?> load(Consumer<Thread> strangers) throws ClassNotFoundException {
        SubjectLoader current = loader;
        if (current == null || statics) {
            current = new SubjectLoader(this, origin);
            current.setDefaultAssertionStatus(scenario.desiredAssertionStatus());
            loader = current;
        }
        current.report(strangers);
        return current.loadClass(scenario.getName());
    }

    /**
     * The names of a class's methods in the order of its class file, which reflection does not promise.
     *
     * @param type the class
     * @return the names; empty if the class file cannot be found
     */
    public static List<String> methodNames(Class<?> type) {
        byte[] file = new Subject(type).file(type.getName().replace('.', '/'));
        return file == null
                ? List.of()
                : ClassFile.of().parse(file).methods().stream()
                        .map(method -> method.methodName().stringValue())
                        .toList();
    }

    /**
     * Tell whether the explorer rewrites a class, or leaves it as it is.
     *
     * @param type the class
     * @return {@code false} for classes of the JDK, of test libraries and of this project
     */
    public static boolean rewrites(Class<?> type) {
        return new Subject(type).woven(type.getName()).isPresent();
    }

    Optional<byte[]> woven(String name) {
        Optional<byte[]> known = woven.get(name);
        if (known == null) {
            known = Delegation.keeps(name)
                    ? Optional.empty()
                    : classes.model(name.replace('.', '/')).map(this::weave);
            woven.put(name, known);
        }
        return known;
    }

    private byte[] weave(ClassModel type) {
        statics |= type.fields().stream().anyMatch(field -> remembers(type, field));
        return ClassWeaver.weave(classes, type, false);
    }

    /** Static fields do, and what the constants of an enum hold, or bodies of theirs, which are classes of their own. */
    private static boolean remembers(ClassModel type, FieldModel field) {
        if (!field.flags().has(AccessFlag.STATIC)) {
            return type.flags().has(AccessFlag.ENUM) && !isConstant(field);
        }
        return !field.flags().has(AccessFlag.SYNTHETIC)
                && !field.flags().has(AccessFlag.ENUM)
                && field.findAttribute(Attributes.constantValue()).isEmpty();
    }

    private static boolean isConstant(FieldModel field) {
        ClassDesc type = field.fieldTypeSymbol();
        return field.flags().has(AccessFlag.FINAL) && (type.isPrimitive() || type.equals(ConstantDescs.CD_String));
    }

    private byte @Nullable [] file(String internalName) {
        if (internalName.startsWith(Renaming.COPIES)) {
            return CopiesLoader.ONLY.file(internalName);
        }
        String path = internalName + ".class";
        URL place = Delegation.keeps(internalName.replace('/', '.')) ? null : origin.getResource(path);
        if (place == null || Delegation.isJdk(place)) {
            return null;
        }
        try (InputStream in = place.openStream()) {
            return renaming.apply(in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
