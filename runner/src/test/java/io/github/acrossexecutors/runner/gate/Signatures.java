package io.github.acrossexecutors.runner.gate;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** What other classes can see of a class: everything in it that is not private, as one line each. */
final class Signatures {

    /** How a method does its work is its own affair. */
    private static final Set<Modifier> OWN_AFFAIR =
            Set.of(Modifier.SYNCHRONIZED, Modifier.NATIVE, Modifier.STRICTFP, Modifier.VOLATILE, Modifier.TRANSIENT);

    private final Set<String> lines = new TreeSet<>();

    private Signatures() {}

    static Set<String> of(ParsedSource source) {
        Signatures signatures = new Signatures();
        signatures.addClass("", source.type());
        return signatures.lines;
    }

    private void addClass(String outer, ClassTree type) {
        String name = outer + type.getSimpleName();
        lines.add(modifiers(type.getModifiers()) + type.getKind() + " " + name + type.getTypeParameters() + " extends "
                + type.getExtendsClause() + " implements " + type.getImplementsClause());
        type.getMembers().forEach(member -> addMember(type, name, member));
        boolean constructed = type.getMembers().stream()
                .anyMatch(member ->
                        member instanceof MethodTree method && method.getName().contentEquals("<init>"));
        if (!constructed && type.getKind() == Tree.Kind.CLASS) {
            lines.add(constructor(access(type.getModifiers()), name, "()", List.of()));
        }
    }

    private void addMember(ClassTree owner, String ownerName, Tree member) {
        if (member instanceof ClassTree nested && visible(nested.getModifiers())) {
            addClass(ownerName + ".", nested);
        } else if (member instanceof MethodTree method) {
            addMethod(ownerName, method);
        } else if (member instanceof VariableTree field && shown(owner, field)) {
            lines.add(modifiers(field.getModifiers()) + field.getType() + " " + ownerName + "." + field.getName());
        }
    }

    private void addMethod(String owner, MethodTree method) {
        if (!visible(method.getModifiers())) {
            return;
        }
        String parameters = types(method.getParameters());
        lines.add(
                method.getName().contentEquals("<init>")
                        ? constructor(modifiers(method.getModifiers()), owner, parameters, method.getThrows())
                        : modifiers(method.getModifiers()) + method.getTypeParameters() + " " + method.getReturnType()
                                + " " + owner + "." + method.getName() + parameters + " throws " + method.getThrows());
    }

    private static String constructor(String modifiers, String owner, String parameters, List<?> thrown) {
        return modifiers + "constructor " + owner + parameters + " throws " + List.copyOf(thrown);
    }

    /** The constructor that javac adds is as visible as its class. */
    private static String access(ModifiersTree type) {
        return type.getFlags().contains(Modifier.PUBLIC) ? "public " : "";
    }

    private static String types(List<? extends VariableTree> parameters) {
        return parameters.stream()
                .map(parameter -> parameter.getType() + " " + parameter.getName())
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** A record's components are private fields to the parser, and public to everybody else. */
    private static boolean shown(ClassTree type, VariableTree field) {
        boolean component = type.getKind() == Tree.Kind.RECORD
                && !field.getModifiers().getFlags().contains(Modifier.STATIC);
        return component || visible(field.getModifiers());
    }

    private static boolean visible(ModifiersTree modifiers) {
        return !modifiers.getFlags().contains(Modifier.PRIVATE);
    }

    private static String modifiers(ModifiersTree modifiers) {
        return modifiers.getFlags().stream()
                .filter(modifier -> !OWN_AFFAIR.contains(modifier))
                .map(modifier -> modifier + " ")
                .sorted()
                .collect(Collectors.joining());
    }
}
