package koans.kit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import koans.kit.KoanText.GuaranteeText;
import koans.kit.KoanText.Prediction;
import koans.kit.Markdown.Section;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;

/** Reads a koan's text and holds it to its rules: which headings, in which order, and what stands under each. */
final class KoanTextParser {

    private static final String PREDICTION = "Prediction";
    private static final String GUARANTEES = "Guarantees";
    private static final String OFF_LIMITS = "Off limits";
    private static final String HINTS = "Hints";
    private static final String LEARNT = "Learnt";
    private static final String NOT_SEEN = "What the tests cannot see";
    private static final List<String> ORDER = List.of(PREDICTION, GUARANTEES, OFF_LIMITS, HINTS, LEARNT, NOT_SEEN);

    private static final Pattern KEY = Pattern.compile("[a-z][a-zA-Z0-9]*");
    private static final Pattern ANSWER = Pattern.compile("Answer (\\d): (\\S.*)");
    private static final Pattern TITLE = Pattern.compile("(\\d{4}) (\\S.*)");

    private final Markdown markdown;

    KoanTextParser(String file, String source) {
        this.markdown = new Markdown(file, source);
    }

    KoanText parse(String id) {
        List<Section> sections = markdown.sections();
        Section head = sections.getFirst();
        Map<String, Section> byHeading = inOrder(sections.subList(1, sections.size()));
        return new KoanText(
                id,
                title(id, head),
                story(head),
                Optional.ofNullable(byHeading.get(PREDICTION)).map(this::prediction),
                guarantees(required(byHeading, GUARANTEES)),
                Optional.ofNullable(byHeading.get(OFF_LIMITS)).map(this::prose),
                hints(required(byHeading, HINTS)),
                prose(required(byHeading, LEARNT)),
                prose(required(byHeading, NOT_SEEN)));
    }

    private Map<String, Section> inOrder(List<Section> sections) {
        Map<String, Section> byHeading = new LinkedHashMap<>();
        int last = -1;
        for (Section section : sections) {
            int place = ORDER.indexOf(section.heading());
            if (place < 0) {
                throw markdown.broken(
                        section.line(), "unknown heading '" + section.heading() + "', expected one of " + ORDER);
            }
            if (byHeading.put(section.heading(), section) != null) {
                throw markdown.broken(section.line(), "heading '" + section.heading() + "' stands here a second time");
            }
            if (place < last) {
                throw markdown.broken(
                        section.line(),
                        "heading '" + section.heading() + "' stands after '" + ORDER.get(last)
                                + "', expected the order " + ORDER);
            }
            last = place;
        }
        return byHeading;
    }

    private Section required(Map<String, Section> byHeading, String heading) {
        Section section = byHeading.get(heading);
        if (section == null) {
            throw markdown.broken(markdown.lastLine(), "heading '## " + heading + "' is missing");
        }
        return section;
    }

    private String title(String id, Section head) {
        Matcher title = TITLE.matcher(head.heading());
        if (!title.matches() || !title.group(1).equals(id.substring(1))) {
            throw markdown.broken(
                    head.line(),
                    "the title is '" + head.heading() + "', expected '# " + id.substring(1) + "' and a name");
        }
        return title.group(2);
    }

    private String story(Section head) {
        long lines = head.blocks().stream().mapToInt(Markdown::lines).sum();
        if (lines < 3 || lines > 8) {
            throw markdown.broken(head.line(), "the story has " + lines + " lines, expected 3 to 8");
        }
        return prose(head);
    }

    private String prose(Section section) {
        if (section.blocks().isEmpty()) {
            throw markdown.broken(section.line(), "nothing stands under '" + section.heading() + "'");
        }
        return markdown.plain(section.blocks());
    }

    private Prediction prediction(Section section) {
        List<Node> blocks = section.blocks();
        boolean shaped = blocks.size() == 3
                && blocks.getFirst() instanceof Paragraph
                && blocks.get(1) instanceof OrderedList
                && blocks.getLast() instanceof Paragraph;
        Matcher answer = ANSWER.matcher(shaped ? markdown.plain(blocks.subList(2, 3)) : "");
        if (!answer.matches()) {
            throw markdown.broken(
                    section.line(),
                    "under '" + PREDICTION + "' stand a question, a list of answers numbered from 1, and a paragraph"
                            + " that reads \"Answer 2: the reason\"");
        }
        try {
            return new Prediction(
                    markdown.plain(blocks.subList(0, 1)),
                    plain(items(PREDICTION, blocks.get(1))),
                    Integer.parseInt(answer.group(1)),
                    answer.group(2));
        } catch (IllegalArgumentException wrong) {
            throw markdown.broken(section.line(), PREDICTION + ": " + wrong.getMessage());
        }
    }

    private List<String> hints(Section section) {
        List<ListItem> items = onlyList(section);
        if (items.size() != 3) {
            throw markdown.broken(section.line(), "there are " + items.size() + " hints, expected exactly 3");
        }
        return plain(items);
    }

    private List<String> plain(List<ListItem> items) {
        return items.stream()
                .map(item -> markdown.plain(Markdown.children(item)))
                .toList();
    }

    private List<GuaranteeText> guarantees(Section section) {
        List<GuaranteeText> guarantees = new ArrayList<>();
        for (ListItem item : onlyList(section)) {
            guarantees.add(guarantee(guarantees.size() + 1, item));
        }
        return guarantees;
    }

    private GuaranteeText guarantee(int number, ListItem item) {
        List<Node> parts = Markdown.children(item);
        boolean shaped = !parts.isEmpty()
                && parts.getFirst() instanceof Paragraph
                && parts.size() <= 2
                && (parts.size() == 1 || parts.get(1) instanceof BulletList);
        if (!shaped) {
            throw markdown.broken(
                    Markdown.line(item),
                    "guarantee " + number + " is one sentence, then a list of \"seen\" sentences or nothing");
        }
        Map<String, String> seen = new LinkedHashMap<>();
        if (parts.size() == 2) {
            Markdown.children(parts.get(1)).forEach(bullet -> addSeen(number, bullet, seen));
        }
        return new GuaranteeText(number, markdown.plain(parts.subList(0, 1)), seen);
    }

    private void addSeen(int number, Node bullet, Map<String, String> seen) {
        String where = "guarantee " + number + ": ";
        if (!(bullet.getFirstChild() instanceof Paragraph sentence)
                || sentence.getNext() != null
                || !(sentence.getFirstChild() instanceof Code code)) {
            throw markdown.broken(
                    Markdown.line(bullet), where + "a \"seen\" sentence reads \"- `key`: what was seen\"");
        }
        String key = code.getLiteral();
        String rest = markdown.plain(List.of(sentence)).substring(key.length());
        if (!KEY.matcher(key).matches() || !rest.startsWith(": ")) {
            throw markdown.broken(
                    Markdown.line(bullet),
                    where
                            + "a \"seen\" sentence reads \"- `key`: what was seen\", with a key such as peak or outOfOrder");
        }
        if (seen.put(key, rest.substring(2)) != null) {
            throw markdown.broken(Markdown.line(bullet), where + "key `" + key + "` stands here a second time");
        }
    }

    /** The items of a section that is one numbered list. */
    private List<ListItem> onlyList(Section section) {
        if (section.blocks().size() != 1 || !(section.blocks().getFirst() instanceof OrderedList list)) {
            throw markdown.broken(
                    section.line(),
                    "under '" + section.heading() + "' stands one list numbered from 1, and nothing else");
        }
        return items(section.heading(), list);
    }

    /** The items of a numbered list; the numbers are read from the source, Markdown ignores them. */
    private List<ListItem> items(String heading, Node list) {
        List<ListItem> items = new ArrayList<>();
        for (Node item : Markdown.children(list)) {
            items.add((ListItem) item);
            if (!markdown.sourceLine(item).strip().startsWith(items.size() + ". ")) {
                throw markdown.broken(
                        Markdown.line(item),
                        "item " + items.size() + " of '" + heading + "' is not numbered " + items.size() + ".");
            }
        }
        return items;
    }
}
