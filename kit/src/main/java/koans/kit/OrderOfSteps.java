package koans.kit;

import io.github.acrossexecutors.explorer.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells one order of steps to a learner: a column for each thread, and the line of their file. What they know is left out:
 * the name of their own class, and numbers of objects that are the only ones of their kind. So is what the test does for
 * itself: the steps of the check, and what it writes down in fields of the scenario.
 *
 * @param subject the simple name of the learner's class
 * @param steps the steps, first one first
 */
record OrderOfSteps(String subject, List<Step> steps) {

    private static final String CHECK = "check";
    private static final Pattern FIELD = Pattern.compile("^(reads|writes) (\\w+)\\.");
    private static final Pattern FIRST_OF_ITS_KIND = Pattern.compile("(\\w+)#1\\b");
    private static final int ID = 5;
    private static final int MOST_STEPS = 28;
    private static final int STEPS_BEFORE_GAP = 6;
    private static final int WIDEST = 40;
    private static final String GAP = "  ";

    /** Leaves out the steps of the scenario itself. */
    static OrderOfSteps of(String subject, Class<?> scenario, List<Step> steps) {
        Set<String> own = new HashSet<>();
        for (Class<?> type = scenario; type != null; type = type.getSuperclass()) {
            own.add(type.getSimpleName());
        }
        return new OrderOfSteps(
                subject,
                steps.stream()
                        .filter(step -> !step.actor().equals(CHECK))
                        .filter(step -> {
                            Matcher field = FIELD.matcher(step.text());
                            return !field.find() || !own.contains(field.group(2));
                        })
                        .toList());
    }

    /** A head and a line for each step. None begins with a space, which a page would swallow. */
    String table() {
        Map<String, Integer> widths = new LinkedHashMap<>();
        steps.forEach(step -> widths.merge(
                step.actor(),
                Math.max(step.actor().length(), Math.min(WIDEST, deed(step).length())),
                Math::max));
        List<String> lines = new ArrayList<>();
        StringBuilder head = new StringBuilder("step");
        widths.forEach((actor, width) -> head.append(GAP).append(padded(actor, width)));
        lines.add(head.append(GAP).append("where").toString());
        int leftOut = Math.max(0, steps.size() - MOST_STEPS);
        for (int i = 0; i < steps.size(); i++) {
            if (leftOut > 0 && i == STEPS_BEFORE_GAP) {
                lines.add("... " + leftOut + " steps left out ...");
                i += leftOut;
            }
            lines.add(line(i + 1, steps.get(i), widths));
        }
        return String.join("\n", lines);
    }

    private String line(int number, Step step, Map<String, Integer> widths) {
        StringBuilder line = new StringBuilder(padded(String.valueOf(number), "step".length()));
        widths.forEach((actor, width) ->
                line.append(GAP).append(padded(actor.equals(step.actor()) ? deed(step) : "", width)));
        return line.append(GAP).append(shortened(step.where())).toString();
    }

    private String deed(Step step) {
        return shortened(FIELD.matcher(step.text()).replaceFirst("$1 "));
    }

    /** A sentence of the explorer's, or a part of one, in the words of somebody who has one file open. */
    String shortened(String text) {
        String plain = text.replace(subject + "Test.java:", "the test's line ")
                .replace(subject + ".java:", "line ")
                .replaceAll(subject + "\\.(?!class\\b)", "")
                .replace(subject, subject.substring(0, ID));
        return FIRST_OF_ITS_KIND
                .matcher(plain)
                .replaceAll(found ->
                        Matcher.quoteReplacement(isOneOfSeveral(found.group(1)) ? found.group() : found.group(1)));
    }

    private boolean isOneOfSeveral(String type) {
        String second = (type.equals(subject.substring(0, ID)) ? subject : type) + "#2";
        return steps.stream().anyMatch(step -> step.text().contains(second));
    }

    private static String padded(String text, int width) {
        return text.length() <= width ? text + " ".repeat(width - text.length()) : text.substring(0, width - 1) + "…";
    }
}
