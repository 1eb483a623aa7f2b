package io.github.acrossexecutors.explorer;

import io.github.acrossexecutors.explorer.message.Fault;
import io.github.acrossexecutors.explorer.message.Table;
import io.github.acrossexecutors.explorer.search.Finding;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts what a search found into the words of the user's door. */
final class Explorations {

    private Explorations() {}

    static Exploration of(String scenario, Finding finding, int schedules, Duration elapsed) {
        Outcome outcome = outcome(finding);
        String effort =
                "%,d %s in %,d ms".formatted(schedules, schedules == 1 ? "schedule" : "schedules", elapsed.toMillis());
        return new Exploration(scenario, outcome, schedules, elapsed, message(scenario, finding, outcome, effort));
    }

    private static Outcome outcome(Finding finding) {
        return switch (finding) {
            case Finding.Nothing nothing -> new Outcome.Passed(bounds(nothing));
            case Finding.Wrong wrong -> broken(wrong.fault(), wrong.number());
            case Finding.Uncontrolled uncontrolled -> new Outcome.NotControlled(uncontrolled.reason());
            case Finding.Undetermined undetermined -> new Outcome.NotDeterministic(undetermined.difference());
        };
    }

    private static Set<Bound> bounds(Finding.Nothing nothing) {
        return nothing.reached().stream()
                .map(each -> Bound.valueOf(each.name()))
                .collect(Collectors.toSet());
    }

    private static Outcome.Broken broken(Fault fault, String number) {
        List<Step> steps = fault.lines().stream()
                .map(line -> new Step(line.actor(), line.text(), line.where()))
                .toList();
        return new Outcome.Broken(
                Kind.valueOf(fault.sort().name()), fault.what(), Optional.ofNullable(fault.thrown()), number, steps);
    }

    private static String message(String scenario, Finding finding, Outcome outcome, String effort) {
        return switch (outcome) {
            case Outcome.Passed passed ->
                passed(scenario, passed, finding instanceof Finding.Nothing nothing ? nothing.cutOff() : "", effort);
            case Outcome.Broken broken ->
                finding instanceof Finding.Wrong wrong ? wrong(scenario, wrong, broken, effort) : "";
            case Outcome.NotControlled other ->
                "%s was not judged, because it is not controlled: %s (%s).".formatted(scenario, other.reason(), effort);
            case Outcome.NotDeterministic other ->
                "%s was not judged, because the same schedule did not go the same way twice: %s (%s)."
                        .formatted(scenario, other.difference(), effort);
        };
    }

    private static String passed(String scenario, Outcome.Passed passed, String cutOff, String effort) {
        return passed.exhausted()
                ? "%s passed under every interleaving (%s).".formatted(scenario, effort)
                : "%s passed, budget spent: not every interleaving was run, because of the bound on %s%s (%s)."
                        .formatted(
                                scenario,
                                passed.reached().stream()
                                        .sorted()
                                        .map(bound -> bound.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(" and ")),
                                cutOff.isEmpty() ? "" : "; when the steps were spent, " + cutOff,
                                effort);
    }

    private static String wrong(String scenario, Finding.Wrong wrong, Outcome.Broken broken, String effort) {
        return """
                %s is broken: %s

                %s
                Found in %s. Again: Interleavings.of(%s.class).replay("%s")""".formatted(scenario, broken.what(), Table.of(wrong.fault()), effort, scenario, broken.schedule());
    }

    static Map<String, String> entries(Exploration found) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("scenario", found.scenario());
        entries.put("outcome", word(found.outcome()));
        entries.put("schedules", Integer.toString(found.schedules()));
        entries.put("elapsedMillis", Long.toString(found.elapsed().toMillis()));
        if (found.outcome() instanceof Outcome.Broken broken) {
            entries.put("schedule", broken.schedule());
        }
        return entries;
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Passed passed -> passed.exhausted() ? "passed, exhausted" : "passed, budget spent";
            case Outcome.Broken broken -> "broken, " + broken.kind();
            case Outcome.NotControlled other -> "not controlled";
            case Outcome.NotDeterministic other -> "not deterministic";
        };
    }
}
