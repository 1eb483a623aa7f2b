package io.github.acrossexecutors.explorer.message;

import io.github.acrossexecutors.explorer.message.Table.Row;
import java.util.ArrayList;
import java.util.List;

/** Folds what is done over and over into one round and a number. */
final class Loops {

    private static final int LONGEST_ROUND = 8;
    private static final int FEWEST_ROUNDS = 3;

    private Loops() {}

    static List<Row> fold(List<Line> lines) {
        List<Row> rows = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            int length = 1;
            int rounds = 1;
            for (int round = 1; round <= LONGEST_ROUND && rounds < FEWEST_ROUNDS; round++) {
                length = round;
                rounds = rounds(lines, at, round);
            }
            if (rounds < FEWEST_ROUNDS) {
                rows.add(row(lines.get(at)));
                at++;
            } else {
                for (Line line : lines.subList(at, at + length)) {
                    rows.add(row(line));
                }
                Line last = lines.get(at + length - 1);
                rows.add(new Row(last.participant(), "(so %,d times more)".formatted(rounds - 1), ""));
                at += rounds * length;
            }
        }
        return rows;
    }

    private static Row row(Line line) {
        return new Row(line.participant(), line.text(), line.where());
    }

    private static int rounds(List<Line> lines, int at, int length) {
        int rounds = 1;
        while (at + (rounds + 1) * length <= lines.size() && isRound(lines, at, at + rounds * length, length)) {
            rounds++;
        }
        return rounds;
    }

    /** Rounds of a loop have the same steps; their values may differ. */
    private static boolean isRound(List<Line> lines, int first, int other, int length) {
        for (int i = 0; i < length; i++) {
            Line one = lines.get(first + i);
            Line two = lines.get(other + i);
            if (one.participant() != two.participant()
                    || !one.where().equals(two.where())
                    || !deed(one).equals(deed(two))) {
                return false;
            }
        }
        return true;
    }

    private static String deed(Line line) {
        int value = line.text().indexOf(": ");
        int written = line.text().indexOf(" = ");
        int end = value < 0 ? written : value;
        return end < 0 ? line.text() : line.text().substring(0, end);
    }
}
