package io.github.acrossexecutors.runner.gate;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The methods of a koan's test: which guarantee each proves, whether it can fail, and which "seen" sentences it may say.
 *
 * <p>What a method does through other methods of the test counts as its own.
 */
final class TestMethods {

    private static final Pattern ASSERTING = Pattern.compile("assert\\w*|fail\\w*|until\\w*|otherwise|verify\\w*");
    private static final Set<String> TEST_ANNOTATIONS =
            Set.of("Guarantee", "Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "TestTemplate");

    private final Map<String, Method> methods = new LinkedHashMap<>();

    /**
     * One method of the test class.
     *
     * @param annotation its test annotation as written, empty if it is no test
     * @param calls names of everything it calls
     * @param keys literals that stand where a "seen" sentence is named
     */
    private record Method(String annotation, Set<String> calls, Set<String> keys) {}

    TestMethods(ParsedSource test) {
        for (Tree member : test.type().getMembers()) {
            if (member instanceof MethodTree method) {
                Body body = new Body(method);
                methods.put(method.getName().toString(), new Method(annotation(method), body.calls, body.keys));
            }
        }
    }

    private static String annotation(MethodTree method) {
        return method.getModifiers().getAnnotations().stream()
                .filter(one -> TEST_ANNOTATIONS.contains(simpleName(one.getAnnotationType())))
                .map(AnnotationTree::toString)
                .findFirst()
                .orElse("");
    }

    private static String simpleName(Tree type) {
        return type.toString().replaceAll(".*\\.", "");
    }

    /** Names of test methods that prove no guarantee. */
    Set<String> strays() {
        return methods.entrySet().stream()
                .filter(method -> !method.getValue().annotation().isEmpty() && number(method.getValue()) == 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The guarantee of each method that proves one. */
    Map<String, Integer> guarantees() {
        Map<String, Integer> guarantees = new LinkedHashMap<>();
        methods.forEach((name, method) -> {
            if (number(method) > 0) {
                guarantees.put(name, number(method));
            }
        });
        return guarantees;
    }

    boolean canFail(String name) {
        return reachable(name).stream()
                .flatMap(method -> method.calls().stream())
                .anyMatch(call -> ASSERTING.matcher(call).matches());
    }

    /** The "seen" keys used for each guarantee. */
    Map<Integer, Set<String>> keys() {
        Map<Integer, Set<String>> keys = new HashMap<>();
        guarantees()
                .forEach((name, number) -> reachable(name)
                        .forEach(method -> keys.computeIfAbsent(number, none -> new HashSet<>())
                                .addAll(method.keys())));
        return keys;
    }

    private static int number(Method method) {
        return method.annotation().contains("Guarantee")
                ? Integer.parseInt("0" + method.annotation().replaceAll("\\D", ""))
                : 0;
    }

    private List<Method> reachable(String start) {
        Set<String> names = new LinkedHashSet<>(Set.of(start));
        Set<String> next = names;
        while (!next.isEmpty()) {
            Set<String> found = next.stream()
                    .map(methods::get)
                    .flatMap(method -> method.calls().stream())
                    .filter(methods::containsKey)
                    .filter(name -> !names.contains(name))
                    .collect(Collectors.toSet());
            names.addAll(found);
            next = found;
        }
        return names.stream().map(methods::get).toList();
    }

    /** Walks through one method; a method reference calls, too. */
    private static final class Body extends TreeScanner<@Nullable Void, @Nullable Void> {

        private final Set<String> calls = new HashSet<>();
        private final Set<String> keys = new HashSet<>();
        private final Set<String> seenNames = new HashSet<>();

        Body(MethodTree method) {
            for (VariableTree parameter : method.getParameters()) {
                if (String.valueOf(parameter.getType()).equals("Seen")) {
                    seenNames.add(parameter.getName().toString());
                }
            }
            scan(method.getBody(), null);
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
            ExpressionTree select = call.getMethodSelect();
            List<? extends ExpressionTree> arguments = call.getArguments();
            if (select instanceof MemberSelectTree member && isSeen(member.getExpression()) && !arguments.isEmpty()) {
                addKey(arguments.get(0));
            }
            for (int i = 1; i < arguments.size(); i++) {
                if (isSeen(arguments.get(i - 1))) {
                    addKey(arguments.get(i));
                }
            }
            if (select instanceof IdentifierTree own) {
                calls.add(own.getName().toString());
            }
            return super.visitMethodInvocation(call, null);
        }

        @Override
        public @Nullable Void visitMemberSelect(MemberSelectTree select, @Nullable Void nothing) {
            calls.add(select.getIdentifier().toString());
            return super.visitMemberSelect(select, null);
        }

        @Override
        public @Nullable Void visitMemberReference(MemberReferenceTree reference, @Nullable Void nothing) {
            calls.add(reference.getName().toString());
            return super.visitMemberReference(reference, null);
        }

        private boolean isSeen(ExpressionTree expression) {
            return expression instanceof IdentifierTree name
                    && seenNames.contains(name.getName().toString());
        }

        private void addKey(ExpressionTree expression) {
            if (expression instanceof LiteralTree literal && literal.getValue() instanceof String key) {
                keys.add(key);
            }
        }
    }
}
