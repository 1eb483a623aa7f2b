package koans.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** One Markdown file as sections of blocks, and blocks as plain text. */
final class Markdown {

    /**
     * A heading and what stands under it.
     *
     * @param heading the heading's plain text
     * @param line where it stands, from 1
     * @param blocks what follows up to the next heading
     */
    record Section(String heading, int line, List<Node> blocks) {}

    private static final Parser PARSER =
            Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

    private final String file;
    private final List<String> lines;
    private final Node document;

    Markdown(String file, String source) {
        this.file = file;
        this.lines = source.lines().toList();
        this.document = PARSER.parse(source);
    }

    /** The sections in order: the first under the title, the others under headings of the second level. */
    List<Section> sections() {
        if (!(document.getFirstChild() instanceof Heading title) || title.getLevel() != 1) {
            throw broken(1, "a text begins with its title: # 0104 Join and collect");
        }
        List<Section> sections = new ArrayList<>();
        for (Node block : children(document)) {
            if (!(block instanceof Heading heading)) {
                sections.getLast().blocks().add(block);
                continue;
            }
            if (heading.getLevel() != (sections.isEmpty() ? 1 : 2)) {
                throw broken(line(heading), "a text has one title (#) and headings of the second level (##) alone");
            }
            sections.add(new Section(inline(heading), line(heading), new ArrayList<>()));
        }
        return sections;
    }

    /** Blocks as plain text, an empty line between them. */
    String plain(List<Node> blocks) {
        return blocks.stream().map(this::plain).collect(Collectors.joining("\n\n"));
    }

    private String plain(Node block) {
        return switch (block) {
            case Paragraph paragraph -> inline(paragraph);
            case FencedCodeBlock code ->
                code.getLiteral().stripTrailing().indent(4).stripTrailing();
            case BulletList list ->
                children(list).stream()
                        .map(item -> "- " + plain(children(item)).replace("\n", "\n  "))
                        .collect(Collectors.joining("\n"));
            default ->
                throw broken(
                        line(block),
                        "a text is made of paragraphs, lists and fenced code, not of "
                                + block.getClass().getSimpleName());
        };
    }

    private String inline(Node parent) {
        StringBuilder text = new StringBuilder();
        for (Node child : children(parent)) {
            switch (child) {
                case Text plain -> text.append(plain.getLiteral());
                case Code code -> text.append(code.getLiteral());
                case SoftLineBreak softBreak -> text.append(' ');
                case HardLineBreak hardBreak -> text.append(' ');
                case Image image -> throw broken(line(parent), "a text has no images: a terminal cannot show them");
                default -> text.append(inline(child));
            }
        }
        return text.toString();
    }

    KoanTextException broken(int line, String rule) {
        return new KoanTextException(file + ", line " + line + ": " + rule + ".");
    }

    int lastLine() {
        return Math.max(1, lines.size());
    }

    String sourceLine(Node block) {
        return lines.get(line(block) - 1);
    }

    static int line(Node block) {
        return block.getSourceSpans().getFirst().getLineIndex() + 1;
    }

    static int lines(Node block) {
        return block.getSourceSpans().size();
    }

    static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }
}
