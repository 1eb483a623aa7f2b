package io.github.acrossexecutors.runner.path;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Parses a YAML list of items whose fields are all known: anything beside them is an error. */
final class YamlItems {

    private static final ObjectReader YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private YamlItems() {}

    /**
     * Parses a list.
     *
     * @param shown the file's name in messages
     * @param text its content
     * @param key the only key of the document, which holds the list; empty if the document is the list itself
     * @param naming the field that names an item in messages
     * @param fields every field an item may have
     */
    static List<YamlItem> parse(String shown, String text, String key, String naming, Set<String> fields) {
        JsonNode list = list(shown, tree(shown, text), key);
        List<YamlItem> items = new ArrayList<>();
        for (JsonNode node : list) {
            items.add(item(shown, node, items.size() + 1, naming, fields));
        }
        return items;
    }

    private static JsonNode tree(String shown, String text) {
        try {
            return YAML.readTree(text);
        } catch (JsonProcessingException wrong) {
            JsonLocation at = wrong.getLocation();
            String line = at == null ? "" : ", line " + at.getLineNr();
            String why = wrong.getOriginalMessage().lines().findFirst().orElse("no reason given");
            throw new BrokenKoanException(shown + line + ": this is not the YAML it should be: " + why + ".", wrong);
        }
    }

    private static JsonNode list(String shown, JsonNode document, String key) {
        JsonNode list = key.isEmpty() ? document : document.path(key);
        if (!key.isEmpty() && document.isObject()) {
            requireKnown(shown, document, Set.of(key));
        }
        if (!list.isArray() || list.isEmpty()) {
            String what = key.isEmpty() ? "a list" : "a list under the key `" + key + "`";
            throw new BrokenKoanException(shown + ": it must hold " + what + " with at least one item.");
        }
        return list;
    }

    private static YamlItem item(String shown, JsonNode node, int number, String naming, Set<String> fields) {
        String name = node.path(naming).asText("");
        String where = shown + ", item " + number + (name.isEmpty() ? "" : " (" + name + ")");
        if (!node.isObject()) {
            throw new BrokenKoanException(where + ": it must have the fields " + new TreeSet<>(fields) + ".");
        }
        requireKnown(where, node, fields);
        return new YamlItem(where, node);
    }

    private static void requireKnown(String where, JsonNode node, Set<String> fields) {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!fields.contains(name)) {
                throw new BrokenKoanException(
                        where + ": unknown field `" + name + "`; known are " + new TreeSet<>(fields) + ".");
            }
        }
    }
}
