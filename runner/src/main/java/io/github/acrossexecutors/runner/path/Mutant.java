package io.github.acrossexecutors.runner.path;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A wrong answer: one edit on a solution, and the test method that must notice it.
 *
 * @param name what the wrong answer does
 * @param why why someone would write it
 * @param find what is replaced; occurs exactly once in the solution
 * @param replace what stands there instead
 * @param killedBy the test method that must fail
 * @param question what a learner is asked who breaks the koan; where there is none, which guarantee it breaks
 */
public record Mutant(
        String name, String why, String find, String replace, String killedBy, Optional<Question> question) {

    private static final Set<String> FIELDS = Set.of("name", "why", "find", "replace", "killedBy", "ask", "answer");

    /**
     * The number or the interleaving that gives a wrong answer away.
     *
     * @param ask the question
     * @param answer what the test sees; occurs in its message
     */
    public record Question(String ask, String answer) {

        /**
         * Checks that both are there.
         *
         * @throws IllegalArgumentException if one is blank
         */
        public Question {
            if (ask.isBlank() || answer.isBlank()) {
                throw new IllegalArgumentException("`ask` and `answer` must not be blank");
            }
        }
    }

    /**
     * Checks that the edit changes something.
     *
     * @throws IllegalArgumentException if a component is blank or the edit changes nothing
     */
    public Mutant {
        if (name.isBlank() || why.isBlank() || find.isBlank() || killedBy.isBlank()) {
            throw new IllegalArgumentException("`name`, `why`, `find` and `killedBy` must not be blank");
        }
        if (find.equals(replace)) {
            throw new IllegalArgumentException("`find` and `replace` are the same");
        }
    }

    /**
     * Reads the mutants of a koan.
     *
     * @param tree where the project lies
     * @param entry the koan
     * @return them, in the order of the file
     * @throws BrokenKoanException if the file is missing, is not YAML, or has an unknown, missing or impossible field, or a name twice
     */
    public static List<Mutant> read(KoanTree tree, Entry entry) {
        String shown = tree.show(tree.mutants(entry));
        String text = Sources.readOrBreak(tree, tree.mutants(entry), "the mutants of " + entry.id());
        List<Mutant> mutants = YamlItems.parse(shown, text, "", "name", FIELDS).stream()
                .map(Mutant::mutant)
                .toList();
        Set<String> names = new HashSet<>();
        for (Mutant mutant : mutants) {
            if (!names.add(mutant.name())) {
                throw new BrokenKoanException(shown + ": two mutants are called '" + mutant.name() + "'.");
            }
        }
        return mutants;
    }

    private static Mutant mutant(YamlItem item) {
        try {
            return new Mutant(
                    item.text("name"),
                    item.text("why"),
                    item.text("find"),
                    item.text("replace"),
                    item.text("killedBy"),
                    item.has("ask") || item.has("answer")
                            ? Optional.of(new Question(item.text("ask"), item.text("answer")))
                            : Optional.empty());
        } catch (IllegalArgumentException wrong) {
            throw new BrokenKoanException(item.where() + ": " + wrong.getMessage() + ".", wrong);
        }
    }

    /**
     * Makes the edit.
     *
     * @param solution the solution's source, line ends as {@code \n}
     * @return the wrong answer's source
     * @throws BrokenKoanException if {@code find} does not occur exactly once
     */
    public String applyTo(String solution) {
        int first = solution.indexOf(find);
        if (first < 0) {
            throw new BrokenKoanException("the mutant '" + name
                    + "' cannot be made: its `find` does not occur in the solution; it must occur exactly once.");
        }
        if (solution.indexOf(find, first + 1) >= 0) {
            throw new BrokenKoanException(
                    "the mutant '" + name
                            + "' cannot be made: its `find` occurs more than once in the solution; it must occur exactly once.");
        }
        return solution.substring(0, first) + replace + solution.substring(first + find.length());
    }
}
