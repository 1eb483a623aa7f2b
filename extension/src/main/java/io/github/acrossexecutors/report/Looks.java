package io.github.acrossexecutors.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often a report tells of each test and each expectation: what was run again counts as it came out last.
 *
 * <p>They are counted ahead of reading, which passes over rounds and spans; so the reader need not hold what it hands over.
 */
final class Looks {

    /** By unique identifier and expectation, which a test has none of; those that are still to come. */
    private final Map<String, Integer> toCome = new HashMap<>();

    private Looks() {}

    /** Count them, as far as the report can be read: what ails it tells whoever reads it for good. */
    static Looks at(Path file) {
        Looks looks = new Looks();
        try (JsonReader json = new JsonReader(Files.newInputStream(file))) {
            looks.count(json);
        } catch (IOException e) {
            // Said by that reader.
        }
        return looks;
    }

    private void count(JsonReader json) throws IOException {
        json.beginObject();
        for (Optional<String> key = json.nextKey(); key.isPresent(); key = json.nextKey()) {
            if (key.get().equals("tests") || key.get().equals("speedups")) {
                json.beginArray();
                while (json.hasNext()) {
                    countOne(json);
                }
            } else {
                json.skip();
            }
        }
    }

    private void countOne(JsonReader json) throws IOException {
        String uniqueId = "";
        String expectation = "";
        json.beginObject();
        for (Optional<String> key = json.nextKey(); key.isPresent(); key = json.nextKey()) {
            switch (key.get()) {
                case "uniqueId" -> uniqueId = String.valueOf(json.value());
                case "expectation" -> expectation = String.valueOf(json.value());
                default -> json.skip();
            }
        }
        toCome.merge(uniqueId + "\n" + expectation, 1, Integer::sum);
    }

    /** Whether the look that was just read is the last one. */
    boolean isLast(String uniqueId, String expectation) {
        return toCome.merge(uniqueId + "\n" + expectation, -1, Integer::sum) <= 0;
    }
}
