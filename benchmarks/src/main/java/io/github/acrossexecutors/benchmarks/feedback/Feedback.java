package io.github.acrossexecutors.benchmarks.feedback;

import io.github.acrossexecutors.runner.course.Course;
import io.github.acrossexecutors.runner.path.Entry;
import io.github.acrossexecutors.runner.path.KoanTree;
import io.github.acrossexecutors.runner.path.Mutant;
import io.github.acrossexecutors.runner.watch.Key;
import io.github.acrossexecutors.runner.watch.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;

/** Saves koan after koan as a learner would, and takes the time until each verdict is on the screen. */
final class Feedback {

    private static final double SLOW_MILLIS = 2_000;

    private final Course course;
    private final Desk desk = new Desk();
    private final Map<Save, List<Double>> millis = new EnumMap<>(Save.class);
    private final List<String> slow = new ArrayList<>();
    private int notJudged;

    /** What a learner saves, with the words in which the watch must say what came of it. */
    private enum Save {
        RED("Red in "),
        DOES_NOT_COMPILE("Does not compile"),
        GREEN("Green in ");

        private final String words;

        Save(String words) {
            this.words = words;
        }

        private String shown() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private Feedback(Course course) {
        this.course = course;
    }

    /**
     * Measures and prints a table.
     *
     * @param arguments a copy of the project whose stubs may be written to, and the number of saves
     */
    public static void main(String[] arguments) throws Exception {
        Feedback feedback = new Feedback(Course.open(Path.of(arguments[0])));
        int saves = Integer.parseInt(arguments[1]);
        Callable<Boolean> saving = () -> feedback.save(saves);
        FutureTask<Boolean> task = new FutureTask<>(saving);
        Thread saver = new Thread(task, "saver");
        saver.setDaemon(true);
        saver.start();
        Watch.run(feedback.course, feedback.desk, feedback.desk);
        if (task.get()) {
            feedback.print();
        }
    }

    private boolean save(int saves) throws IOException, InterruptedException, TimeoutException {
        try {
            List<Entry> entries = course.path().entries();
            for (int step = 1; step <= entries.size(); step++) {
                desk.awaitVerdict(step);
                desk.passOverQuestion();
                save(entries.get(step - 1), step, before(step + 1, saves) - before(step, saves));
                desk.forget();
                desk.press(Key.of('n'));
            }
            return true;
        } finally {
            desk.press(Key.of(Key.Kind.CLOSED));
        }
    }

    /** How many saves there are before a step: koans are saved in every way or not at all, those that are all over the path. */
    private int before(int step, int saves) {
        int ways = Save.values().length;
        int koans = (saves + ways - 1) / ways;
        return Math.min(
                saves, ways * (koans * (step - 1) / course.path().entries().size()));
    }

    private void save(Entry entry, int step, int saves) throws IOException, InterruptedException, TimeoutException {
        Save[] kinds = Save.values();
        for (int i = 0; i < saves; i++) {
            Save kind = kinds[i % kinds.length];
            String content = content(entry, kind) + "// save " + i + "\n";
            desk.forget();
            long begun = System.nanoTime();
            Files.writeString(course.tree().stub(entry), content);
            desk.awaitVerdict(step);
            double took = (System.nanoTime() - begun) / 1e6;
            if (desk.shows("Not judged")) {
                notJudged++;
            } else if (desk.shows(kind.words)) {
                millis.computeIfAbsent(kind, none -> new ArrayList<>()).add(took);
                if (took > SLOW_MILLIS) {
                    slow.add("%s %s %.0f".formatted(entry.id(), kind.shown(), took));
                }
            } else {
                throw new IllegalStateException(
                        entry.id() + ": expected '" + kind.words + "'; the screen was:\n" + desk.shown());
            }
        }
    }

    private String content(Entry entry, Save kind) throws IOException {
        KoanTree tree = course.tree();
        String solution = Files.readString(tree.solution(entry));
        return switch (kind) {
            case GREEN -> solution;
            case RED -> Mutant.read(tree, entry).getFirst().applyTo(solution);
            case DOES_NOT_COMPILE -> solution.substring(0, solution.lastIndexOf('}'));
        };
    }

    private void print() {
        System.out.println("ms from save to verdict   n    median       p95      most");
        List<Double> all = new ArrayList<>();
        millis.forEach((kind, times) -> {
            all.addAll(times);
            System.out.println(new Times(times).row(kind.shown()));
        });
        System.out.println(new Times(all).row("all"));
        if (!slow.isEmpty()) {
            System.out.println("Over 2 s: " + String.join(", ", slow) + ".");
        }
        if (notJudged > 0) {
            System.out.println(notJudged + " more could not be judged on this machine now.");
        }
    }
}
