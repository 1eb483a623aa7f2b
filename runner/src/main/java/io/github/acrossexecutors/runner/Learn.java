package io.github.acrossexecutors.runner;

import io.github.acrossexecutors.runner.path.BrokenKoanException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;

/** The learner's command; without a subcommand it walks the path. */
@Command(
        name = "learn",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Walks the path of the koans in order and stops at the first that is red.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every koan is green",
            "1:a koan is red",
            "2:the command line makes no sense",
            "3:something other than your code is broken; the message says what"
        })
final class Learn implements Callable<Integer> {

    private static final int INTERRUPTED = 130;

    private final Desk desk;

    private Learn(Desk desk) {
        this.desk = desk;
    }

    /**
     * Opens the clone a command works on; only when a command needs it, so that help can be had anywhere.
     *
     * @param start where the learner is
     * @param screen where they read
     * @param typed what they typed to get here
     */
    record Desk(Path start, Screen screen, Typed typed) {

        Session open() {
            return Session.open(start, screen, typed);
        }
    }

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

    @Override
    public Integer call() throws InterruptedException {
        return new Walk(desk.open()).go().status();
    }

    /**
     * Runs one command and exits.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        if (Boolean.getBoolean("learn.followParent")) {
            ProcessHandle.current().parent().ifPresent(Learn::exitWith);
        }
        Path start = Path.of(System.getProperty("learn.root", ""));
        Desk desk = new Desk(start, Screen.standard(System.getenv()), Typed.standard());
        System.exit(run(desk, args));
    }

    /** Maven, when it is killed, leaves what it started alone with the terminal. */
    private static void exitWith(ProcessHandle parent) {
        Thread follower = new Thread(
                () -> {
                    parent.onExit().join();
                    System.exit(INTERRUPTED);
                },
                "learn-follow-parent");
        follower.setDaemon(true);
        follower.start();
    }

    static int run(Desk desk, String... args) {
        CommandLine line = new CommandLine(new Learn(desk))
                .addSubcommand(new HintCommand(desk))
                .addSubcommand(new ListCommand(desk))
                .addSubcommand(new RunCommand(desk))
                .addSubcommand(new PristineCommand(desk));
        line.setColorScheme(Help.defaultColorScheme(desk.screen().colour() ? Help.Ansi.ON : Help.Ansi.OFF));
        line.setOut(desk.screen().writer());
        line.setErr(desk.screen().writer());
        line.setExecutionExceptionHandler((thrown, failed, parsed) -> broken(desk.screen(), thrown));
        return line.execute(args);
    }

    private static int broken(Screen screen, Exception thrown) throws Exception {
        if (thrown instanceof BrokenKoanException broken) {
            screen.line(screen.styled("Not your fault: " + broken.getMessage(), Screen.Style.RED));
            return ExitCode.BROKEN.status();
        }
        screen.line("Not your fault: `learn` itself failed. Please report what follows.");
        thrown.printStackTrace(screen.writer());
        return ExitCode.BROKEN.status();
    }
}
