package io.github.acrossexecutors.runner.page;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A chapter's page, made for a terminal from its Markdown: paragraphs and list items are broken anew, a row of a table becomes an item, and diagrams stay
 * as they are.
 */
public final class Chapter {

    private static final String FENCE = "```";
    private static final String DIAGRAM = "    ";

    /** Backticks, and asterisks at the edge of a word; one between two spaces is a multiplication. */
    private static final Pattern MARKS = Pattern.compile("`|\\*+(?=\\S)|(?<=\\S)\\*+");

    private final Page page;
    private final StringBuilder paragraph = new StringBuilder();
    private boolean fenced;

    private Chapter(int columns) {
        this.page = new Page(columns);
    }

    /**
     * Lays a page out.
     *
     * @param markdown its source
     * @param columns how wide a line may be
     * @return the lines
     */
    public static Page of(String markdown, int columns) {
        Chapter chapter = new Chapter(columns);
        markdown.lines().forEach(chapter::take);
        chapter.endParagraph();
        return chapter.page;
    }

    private void take(String line) {
        if (line.startsWith(FENCE)) {
            endParagraph();
            fenced = !fenced;
        } else if (fenced || (line.startsWith(DIAGRAM) && paragraph.isEmpty())) {
            page.indented(line);
        } else if (line.startsWith("#")) {
            endParagraph();
            page.title(line.replaceFirst("^#+ ", ""));
        } else if (line.startsWith("|")) {
            row(line);
        } else if (line.isBlank()) {
            endParagraph();
            page.blank();
        } else {
            if (line.startsWith("- ")) {
                endParagraph();
            }
            paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
        }
    }

    private void row(String line) {
        List<String> cells = Arrays.stream(line.split("\\|"))
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .toList();
        boolean rule = cells.stream().allMatch(cell -> cell.matches(":?-+:?"));
        if (!rule) {
            endParagraph();
            paragraph.append(cells.stream().collect(Collectors.joining(" \u2192 ", "- ", "")));
            endParagraph();
        }
    }

    private void endParagraph() {
        if (!paragraph.isEmpty()) {
            page.prose(MARKS.matcher(paragraph).replaceAll(""));
            paragraph.setLength(0);
        }
    }
}
