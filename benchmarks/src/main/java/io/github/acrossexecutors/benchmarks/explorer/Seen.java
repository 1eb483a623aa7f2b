package io.github.acrossexecutors.benchmarks.explorer;

/**
 * What one JVM printed of one scenario.
 *
 * @param result what the tool said
 * @param millis from the call to its answer
 * @param schedules how many schedules were run; 0 if nobody says
 * @param message what a person was told
 */
record Seen(Result result, long millis, long schedules, String message) {

    private static final int LONGEST_MESSAGE = 8_000;

    /** One line, shorter than a pipe's buffer. Written by hand: a library would double the JVM's time. */
    String line() {
        String shortened = message.substring(0, Math.min(message.length(), LONGEST_MESSAGE));
        String escaped = shortened
                .replace("\\", "\\\\")
                .replace("\r", "")
                .replace("\n", "\\n")
                .replace('\t', ' ');
        return String.join("\t", result.name(), Long.toString(millis), Long.toString(schedules), escaped);
    }

    static Seen of(String line) {
        String[] parts = line.split("\t", 4);
        if (parts.length < 4) {
            throw new IllegalArgumentException("not what a run prints: " + line);
        }
        return new Seen(
                Result.valueOf(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]), unescaped(parts[3]));
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                plain.append(text.charAt(i) == 'n' ? '\n' : text.charAt(i));
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
