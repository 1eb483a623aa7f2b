package io.github.acrossexecutors.runner;

import io.github.acrossexecutors.runner.course.Course;
import io.github.acrossexecutors.runner.engine.Engine;
import io.github.acrossexecutors.runner.engine.Outcome;
import io.github.acrossexecutors.runner.engine.Selection;
import io.github.acrossexecutors.runner.engine.Variant;
import io.github.acrossexecutors.runner.page.Page;
import io.github.acrossexecutors.runner.path.Entry;
import io.github.acrossexecutors.runner.timeline.Drawn;
import io.github.acrossexecutors.runner.timeline.Timelines;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a command needs of the world; the clone is opened only by a command that needs it, so that help can be had anywhere.
 *
 * @param start where the learner is
 * @param output where they read
 * @param typed what they typed to get here
 * @param asker whom to ask
 */
record Desk(Path start, Output output, Typed typed, Asker asker) {

    /**
     * How this command is called.
     *
     * @param walk the command without arguments
     * @param argument how arguments are written, with {@code %s} in their place
     */
    record Typed(String walk, String argument) {

        static Typed standard() {
            return new Typed(
                    System.getProperty("learn.command", "./learn"), System.getProperty("learn.argument", "%s"));
        }
    }

    /** Asks a learner whether to do something. */
    interface Asker {

        /** Their answer; empty if nobody can be asked. */
        Optional<Boolean> yes(String question);
    }

    Course open() {
        return Course.open(start);
    }

    /** What the learner types for a subcommand. */
    String command(String subcommand) {
        return typed.walk() + " " + typed.argument().formatted(subcommand);
    }

    /** Judges the learner's file, and shows meanwhile that something happens. */
    Outcome judge(Course course, Engine engine, Entry entry, Selection selection) throws InterruptedException {
        String title = entry.id() + " " + course.text(entry).title();
        Working working = Working.on(output, "Judging " + title);
        try {
            return course.judge(engine, entry, selection);
        } finally {
            working.close();
        }
    }

    /** Draws what the threads did, now that the verdict is told, and says where it is; if there was nothing to see, nothing. */
    void draw(Course course, Entry entry, Outcome outcome) {
        new Timelines(course).draw(entry, new Variant.Stub(), outcome).ifPresent(this::tell);
    }

    void tell(Drawn drawn) {
        Page page = output.page();
        drawn.tell(page);
        output.show(page);
    }

    /** Says what could not be remembered, if anything; the command goes on. */
    void tellTrouble(Course course) {
        if (!course.progress().trouble().isEmpty()) {
            output.sentence("Note: " + course.progress().trouble());
        }
    }
}
