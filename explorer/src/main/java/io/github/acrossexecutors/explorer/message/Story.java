package io.github.acrossexecutors.explorer.message;

import io.github.acrossexecutors.explorer.control.Run;
import io.github.acrossexecutors.explorer.trace.Entry;
import java.util.ArrayList;
import java.util.List;

/** Tells the steps of a schedule in words. */
final class Story {

    private final Run run;
    private final Values values;

    Story(Run run, Values values) {
        this.run = run;
        this.values = values;
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        boolean begun = false;
        for (Entry entry : run.history().trace()) {
            begun |= entry.participant() != Run.STAGE;
            if (!begun) {
                continue;
            }
            lines.add(new Line(
                    entry.participant(),
                    run.nameOf(entry.participant()),
                    text(entry),
                    entry.label().where()));
        }
        return lines;
    }

    private String text(Entry entry) {
        String name = entry.label().name();
        String value = entry.valued() ? values.show(entry.value()) : "";
        String owner = entry.owner() == null ? "" : values.show(entry.owner());
        return switch (entry.deed()) {
            case READ -> "reads " + name + (entry.valued() ? ": " + value : "");
            case WRITE -> "writes " + name + " = " + value;
            case CALL -> call(owner, name) + (entry.valued() ? ": " + value : "");
            case LOCK -> "locks " + owner;
            case BLOCK -> "waits for " + owner + ", held by " + entry.value();
            case UNLOCK -> "unlocks " + owner;
            case WAIT -> owner + ".wait()";
            case NOTIFY -> name.substring(name.lastIndexOf('.') + 1) + "() wakes " + entry.value();
            case PARK -> "parks";
            case THREAD -> String.valueOf(entry.value());
            case THROW -> "throws " + firstLine(String.valueOf(entry.value()));
        };
    }

    private static String call(String owner, String name) {
        return (owner.isEmpty() ? name : owner + name.substring(name.lastIndexOf('.'))) + "()";
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
