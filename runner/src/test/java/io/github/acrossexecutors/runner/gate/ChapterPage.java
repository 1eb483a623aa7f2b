package io.github.acrossexecutors.runner.gate;

import io.github.acrossexecutors.runner.path.Entry;
import io.github.acrossexecutors.runner.path.KoanPath;
import io.github.acrossexecutors.runner.path.KoanTree;
import io.github.acrossexecutors.runner.path.Sources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The page about a chapter: there, short, under its headings in their order, with a diagram, and with the chapter's koans as the path has them. */
final class ChapterPage {

    private static final int MOST_LINES = 80;
    private static final List<String> HEADINGS =
            List.of("The idea", "The words", "When to use", "The koans", "Where Python differs");
    private static final Pattern HEADING = Pattern.compile("(?m)^## (.*)$");
    private static final Pattern DIAGRAM = Pattern.compile("(?m)^(```text| {4,}\\S)");
    private static final Pattern KOAN = Pattern.compile("(?m)^- (\\d{4}) ");

    private final KoanTree tree;
    private final String chapter;
    private final Path file;

    ChapterPage(KoanTree tree, Entry entry) {
        this.tree = tree;
        this.chapter = entry.chapter();
        this.file = tree.texts().resolve("en").resolve(chapter + ".md");
    }

    void require() {
        String text = Sources.readOrBreak(tree, file, "the page of chapter " + chapter);
        List<String> faults = new ArrayList<>();
        long lines = text.lines().count();
        if (lines > MOST_LINES) {
            faults.add("it has " + lines + " lines, at most " + MOST_LINES + " are allowed");
        }
        List<String> headings = all(HEADING, text);
        if (!startAsWanted(headings)) {
            faults.add("its headings are " + headings + ", expected " + HEADINGS + ", each as a beginning");
        }
        if (!DIAGRAM.matcher(text).find()) {
            faults.add("it has no diagram");
        }
        List<String> listed = all(KOAN, text);
        List<String> there = KoanPath.read(tree).entries().stream()
                .filter(entry -> entry.chapter().equals(chapter))
                .map(entry -> entry.id().substring(1))
                .toList();
        if (!listed.equals(there)) {
            faults.add("it lists the koans " + listed + ", the path has " + there);
        }
        Violation.unless(faults.isEmpty(), tree.show(file) + ": " + String.join("; ", faults) + ".");
    }

    private static boolean startAsWanted(List<String> headings) {
        boolean wanted = headings.size() == HEADINGS.size();
        for (int i = 0; wanted && i < HEADINGS.size(); i++) {
            wanted = headings.get(i).startsWith(HEADINGS.get(i));
        }
        return wanted;
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
