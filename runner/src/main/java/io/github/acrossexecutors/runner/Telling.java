package io.github.acrossexecutors.runner;

import io.github.acrossexecutors.runner.Screen.Style;
import io.github.acrossexecutors.runner.engine.Outcome;
import io.github.acrossexecutors.runner.engine.Printed;
import io.github.acrossexecutors.runner.link.MethodResult;
import io.github.acrossexecutors.runner.path.Entry;
import io.github.acrossexecutors.runner.path.SourceProblem;
import java.util.List;

/** Tells a learner what came of their code: the one thing that is wrong, and where. */
final class Telling {

    private static final int PRINTED_LINES = 12;
    private static final int TAB = 8;

    private final Session session;
    private final Screen screen;

    Telling(Session session) {
        this.session = session;
        this.screen = session.screen();
    }

    /** Tells everything but a green outcome, and returns how the command ends. */
    ExitCode tell(Entry entry, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Green green -> {
                leaked(green.run().leakedThreads());
                yield ExitCode.GREEN;
            }
            case Outcome.NotJudged not -> {
                screen.prose("Not judged: " + not.reason());
                yield ExitCode.GREEN;
            }
            case Outcome.Red red -> {
                red(entry, red);
                yield ExitCode.RED;
            }
            case Outcome.DoesNotCompile refused -> {
                refused(refused);
                yield ExitCode.RED;
            }
            case Outcome.Lost lost -> {
                screen.prose(lost.sentence(), Style.RED);
                printed(lost.run().printed());
                place("Your code", session.tree().show(session.tree().stub(entry)));
                yield ExitCode.RED;
            }
            case Outcome.Broken broken -> {
                screen.prose("Not your fault: " + broken.sentence(), Style.RED);
                yield ExitCode.BROKEN;
            }
        };
    }

    private void red(Entry entry, Outcome.Red red) {
        MethodResult.Failure failure = red.first().failure();
        boolean spokenByTheTest = failure.notYetWritten() || failure.type().endsWith("Error");
        String message = spokenByTheTest
                ? failure.message()
                : "Guarantee " + red.first().guarantee() + ": "
                        + session.text(entry).guarantee(red.first().guarantee()).sentence() + "\nYour code threw "
                        + failure.simpleType() + ": " + failure.message();
        screen.prose(message, Style.RED);
        printed(red.run().printed());
        leaked(red.run().leakedThreads());
        screen.line();
        place("Your code", red.place());
        if (!failure.notYetWritten()) {
            place("The test ", red.testPlace());
        }
    }

    private void place(String what, String place) {
        screen.indented(what + "  " + screen.styled(place, Style.BOLD));
    }

    private void refused(Outcome.DoesNotCompile refused) {
        screen.prose(
                refused.inJudgedFile()
                        ? "Your file does not compile:"
                        : "Your file compiles, but its test can no longer use it. Did a name, a parameter or a return type change?");
        screen.line();
        SourceProblem first = refused.problems().get(0);
        screen.indented(screen.styled(first.place(), Style.BOLD));
        first.message().lines().forEach(line -> screen.indented(screen.styled(line, Style.RED)));
        if (!first.sourceLine().isEmpty()) {
            screen.indented(expanded(first.sourceLine()));
            if (first.column() > 0) {
                screen.indented(" ".repeat((int) first.column() - 1) + "^");
            }
        }
        int more = refused.problems().size() - 1;
        if (more > 0) {
            screen.indented("(and " + more + " more, often because of this one)");
        }
    }

    /** javac counts columns with tabs every eight places. */
    private static String expanded(String line) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            text.append(c == '\t' ? " ".repeat(TAB - text.length() % TAB) : String.valueOf(c));
        }
        return text.toString();
    }

    private void printed(Printed printed) {
        if (printed.text().isBlank()) {
            return;
        }
        List<String> lines = printed.text().lines().toList();
        screen.line();
        screen.indented("Your code printed:");
        lines.stream().limit(PRINTED_LINES).forEach(line -> screen.indented("  | " + line));
        if (printed.cut() || lines.size() > PRINTED_LINES) {
            screen.indented("  | ... (" + printed.bytes() + " bytes in all)");
        }
    }

    private void leaked(List<String> threads) {
        if (!threads.isEmpty()) {
            screen.prose("Note: " + (threads.size() == 1 ? "a thread" : threads.size() + " threads")
                    + " of your code still ran after the test: " + String.join(", ", threads) + ".");
        }
    }
}
