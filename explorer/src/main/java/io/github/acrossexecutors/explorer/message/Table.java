package io.github.acrossexecutors.explorer.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The steps of a schedule, a column for each thread, so that a person sees who came between. */
public final class Table {

    private static final int MOST_ROWS = 32;
    private static final int FIRST_ROWS = 10;
    private static final int WIDEST = 46;
    private static final int NUMBER = 4;

    private Table() {}

    /**
     * Draw.
     *
     * @param fault what went wrong
     * @return the table, a line end after each line
     */
    public static String of(Fault fault) {
        List<Row> rows = Loops.fold(fault.lines());
        TreeMap<Integer, String> names = new TreeMap<>();
        for (Line line : fault.lines()) {
            names.put(line.participant(), line.actor());
        }
        List<Integer> columns = new ArrayList<>(names.keySet());
        int[] widths = widths(columns, names, rows);
        StringBuilder table = new StringBuilder(" ".repeat(NUMBER));
        for (int i = 0; i < columns.size(); i++) {
            table.append(padded(Objects.requireNonNull(names.get(columns.get(i))), widths[i]));
        }
        table.append("line\n");
        int cut = rows.size() > MOST_ROWS ? rows.size() - MOST_ROWS + 1 : 0;
        for (int i = 0; i < rows.size(); i++) {
            if (cut > 0 && i == FIRST_ROWS) {
                table.append("%s... %d steps left out ...%n".formatted(" ".repeat(NUMBER), cut));
                i += cut;
            }
            draw(table, i + 1, rows.get(i), columns, widths);
        }
        return table.toString();
    }

    private static void draw(StringBuilder table, int number, Row row, List<Integer> columns, int[] widths) {
        table.append(padded(Integer.toString(number), NUMBER));
        for (int i = 0; i < columns.size(); i++) {
            table.append(padded(columns.get(i) == row.participant() ? row.text() : "", widths[i]));
        }
        table.append(row.where()).append('\n');
    }

    private static int[] widths(List<Integer> columns, Map<Integer, String> names, List<Row> rows) {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = columns.get(i);
            int widest = rows.stream()
                    .filter(row -> row.participant() == column)
                    .mapToInt(row -> row.text().length())
                    .max()
                    .orElse(0);
            widths[i] = Math.min(
                            WIDEST,
                            Math.max(
                                    widest,
                                    Objects.requireNonNull(names.get(column)).length()))
                    + 2;
        }
        return widths;
    }

    private static String padded(String text, int width) {
        return text.length() < width ? text + " ".repeat(width - text.length()) : text.substring(0, width - 2) + "… ";
    }

    /** A line of the table: a step, or a loop that was folded. */
    record Row(int participant, String text, String where) {}
}
