package io.github.acrossexecutors.runner.gate;

import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreeScanner;
import io.github.acrossexecutors.runner.path.Entry;
import io.github.acrossexecutors.runner.path.Kind;
import io.github.acrossexecutors.runner.path.KoanTree;
import io.github.acrossexecutors.runner.path.Mutant;
import io.github.acrossexecutors.runner.path.Pristine;
import io.github.acrossexecutors.runner.path.Sources;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import koans.kit.KoanText;
import koans.kit.KoanTextException;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** What must hold for a koan's files as they are written, before anything runs. */
final class SourceRules {

    private static final int STUB_LINES = 40;
    private static final int PROCESS_STUB_LINES = 60;
    private static final int TEST_LINES = 150;
    private static final int LEAST_MUTANTS = 2;
    private static final Pattern ALLOWED = Pattern.compile("(java|javax|koans\\.api)\\..*");
    private static final Pattern PROCESS_POOL = Pattern.compile("io\\.github\\.acrossexecutors\\.process\\..*");
    private static final Pattern QUALIFIED = Pattern.compile("(org|com|net|io|koans)(\\.[a-z]\\w*)+\\.[A-Z].*");

    private final KoanTree tree;
    private final Entry entry;

    SourceRules(KoanTree tree, Entry entry) {
        this.tree = tree;
        this.entry = entry;
    }

    List<Check> checks() {
        return List.of(
                check("text", this::textIsComplete),
                check("asks for a prediction where it is about time or a race", this::predictionIsAskedFor),
                check("page of its chapter is in order", new ChapterPage(tree, entry)::require),
                check("stub comment says what the text says", this::stubCommentSaysWhatTheTextSays),
                check("signatures of stub and solution are equal", this::signaturesAreEqual),
                check("stub has at most " + stubLines() + " lines", this::stubIsShort),
                check("test has at most " + TEST_LINES + " lines", this::testIsShort),
                check("stub uses " + api() + " alone", this::stubUsesTheApiAlone),
                check(
                        "every guarantee has a test method, and every test method a guarantee",
                        this::guaranteesAreTested),
                check("every seen key of the text is used in the test, and no other", this::seenKeysAreUsed),
                check("every test method can fail", this::testMethodsCanFail),
                check("at least " + LEAST_MUTANTS + " mutants, each of a test method", this::mutantsAreEnough));
    }

    private Check check(String rule, org.junit.jupiter.api.function.Executable look) {
        return new Check(entry.id(), rule, look);
    }

    private void textIsComplete() {
        parseText();
    }

    /** The form of a prediction is the text's own rule; this one is about its being there. */
    private void predictionIsAskedFor() {
        boolean wanted = entry.kind() == Kind.TIMING || entry.kind() == Kind.RACE;
        Violation.unless(
                !wanted || text().prediction().isPresent(),
                tree.show(tree.text(entry)) + " has no section '## Prediction', and the koan is of kind " + entry.kind()
                        + ".");
    }

    private void stubCommentSaysWhatTheTextSays() {
        ParsedSource stub = pristineStub();
        String expected = text().stubComment();
        String seen = stub.readComment();
        Violation.unless(expected.equals(seen), "expected: " + expected + "\nseen:     " + seen);
    }

    private void signaturesAreEqual() {
        Set<String> stub = Signatures.of(pristineStub());
        Set<String> solution = Signatures.of(parsed(tree.solution(entry)));
        Set<String> stubOnly = minus(stub, solution);
        Set<String> solutionOnly = minus(solution, stub);
        Violation.unless(
                stubOnly.isEmpty() && solutionOnly.isEmpty(),
                "only in the stub: " + stubOnly + "\nonly in the solution: " + solutionOnly);
    }

    private void stubIsShort() {
        long lines = pristineStub().lines();
        Violation.unless(lines <= stubLines(), tree.show(tree.stub(entry)) + " has " + lines + " lines.");
    }

    private int stubLines() {
        return entry.kind() == Kind.PROCESS ? PROCESS_STUB_LINES : STUB_LINES;
    }

    private void testIsShort() {
        long lines = parsed(tree.test(entry)).lines();
        Violation.unless(lines <= TEST_LINES, tree.show(tree.test(entry)) + " has " + lines + " lines.");
    }

    private String api() {
        return entry.kind() == Kind.PROCESS ? "koans.api, the process pool and the JDK" : "koans.api and the JDK";
    }

    private void stubUsesTheApiAlone() {
        ParsedSource stub = pristineStub();
        Set<String> foreign = new TreeSet<>();
        for (ImportTree one : stub.unit().getImports()) {
            foreign.add(one.getQualifiedIdentifier().toString());
        }
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitMemberSelect(MemberSelectTree select, @Nullable Void nothing) {
                if (QUALIFIED.matcher(select.toString()).matches()) {
                    foreign.add(select.toString());
                }
                return super.visitMemberSelect(select, null);
            }
        }.scan(stub.type(), null);
        foreign.removeIf(name -> ALLOWED.matcher(name).matches());
        if (entry.kind() == Kind.PROCESS) {
            foreign.removeIf(name -> PROCESS_POOL.matcher(name).matches());
        }
        Violation.unless(foreign.isEmpty(), "it uses " + foreign + ".");
    }

    private void guaranteesAreTested() {
        TestMethods test = new TestMethods(parsed(tree.test(entry)));
        Set<Integer> tested = new TreeSet<>(test.guarantees().values());
        Set<Integer> promised = text().guarantees().stream()
                .map(KoanText.GuaranteeText::number)
                .collect(Collectors.toCollection(TreeSet::new));
        Violation.unless(
                tested.equals(promised), "the text promises " + promised + ", the test proves " + tested + ".");
        Violation.unless(test.strays().isEmpty(), "these methods carry no @Guarantee: " + test.strays() + ".");
    }

    private void seenKeysAreUsed() {
        Map<Integer, Set<String>> used = new TestMethods(parsed(tree.test(entry))).keys();
        KoanText text = text();
        Map<Integer, String> differing = new TreeMap<>();
        IntStream.rangeClosed(1, text.guarantees().size()).forEach(number -> {
            Set<String> said = text.guarantee(number).seen().keySet();
            Set<String> wanted = used.getOrDefault(number, Set.of());
            if (!said.equals(wanted)) {
                differing.put(
                        number,
                        "only in the text " + minus(said, wanted) + ", only in the test " + minus(wanted, said));
            }
        });
        Violation.unless(differing.isEmpty(), "by guarantee: " + differing + ".");
    }

    private void testMethodsCanFail() {
        TestMethods test = new TestMethods(parsed(tree.test(entry)));
        List<String> toothless = test.guarantees().keySet().stream()
                .filter(method -> !test.canFail(method))
                .toList();
        Violation.unless(toothless.isEmpty(), "no assertion is reached from " + toothless + ".");
    }

    private void mutantsAreEnough() {
        List<Mutant> mutants = Mutant.read(tree, entry);
        Set<String> methods =
                new TestMethods(parsed(tree.test(entry))).guarantees().keySet();
        Violation.unless(mutants.size() >= LEAST_MUTANTS, "there are " + mutants.size() + ".");
        List<String> strays = mutants.stream()
                .filter(mutant -> !methods.contains(mutant.killedBy()))
                .map(mutant -> "'" + mutant.name() + "' by " + mutant.killedBy())
                .toList();
        Violation.unless(
                strays.isEmpty(), "killed by no method of the test, which has " + methods + ": " + strays + ".");
    }

    /** A stub that somebody works on is their own: rules about the committed one say nothing about it. */
    private ParsedSource pristineStub() {
        if (!Pristine.read(tree).holds(tree, entry)) {
            throw new TestAbortedException(tree.show(tree.stub(entry)) + " is being worked on");
        }
        return parsed(tree.stub(entry));
    }

    private ParsedSource parsed(Path file) {
        return ParsedSource.of(tree.show(file), Sources.readOrBreak(tree, file, "of " + entry.id()));
    }

    private KoanText parseText() {
        return KoanText.parse(entry.id(), Sources.readOrBreak(tree, tree.text(entry), "the text of " + entry.id()));
    }

    /** The text, for rules about something else. */
    private KoanText text() {
        try {
            return parseText();
        } catch (KoanTextException broken) {
            throw new TestAbortedException("the text itself is broken: " + broken.getMessage(), broken);
        }
    }

    private static Set<String> minus(Set<String> some, Set<String> others) {
        Set<String> left = new TreeSet<>(some);
        left.removeAll(others);
        return left;
    }
}
