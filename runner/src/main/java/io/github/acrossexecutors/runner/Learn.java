package io.github.acrossexecutors.runner;

import io.github.acrossexecutors.runner.page.Style;
import io.github.acrossexecutors.runner.path.BrokenKoanException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;

/** The learner's command; without a subcommand it watches on a terminal, and walks the path elsewhere. */
@Command(
        name = "learn",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "On a terminal: shows the koan you are at and judges it whenever you save.",
            "Elsewhere: walks the path in order and stops at the first koan that is red."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every koan that was judged is green, or nothing was judged",
            "1:a koan is red",
            "2:the command line makes no sense, or asks for what must be confirmed first",
            "3:something other than your code is broken; the message says what",
            "130:ended by Ctrl-C"
        })
final class Learn implements Callable<Integer> {

    private static final int INTERRUPTED = 130;

    private final Desk desk;

    private Learn(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws InterruptedException {
        return desk.output().drawable()
                ? new WatchCommand(desk).call()
                : new Walk(desk).go().status();
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
        Desk desk = new Desk(start, Output.standard(System.getenv()), Desk.Typed.standard(), new ConsoleAsker());
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
                .addSubcommand(new WatchCommand(desk))
                .addSubcommand(new RunCommand(desk))
                .addSubcommand(new HintCommand(desk))
                .addSubcommand(new ListCommand(desk))
                .addSubcommand(new ResetCommand(desk))
                .addSubcommand(new SolutionCommand(desk))
                .addSubcommand(new CheckCommand(desk))
                .addSubcommand(new DoctorCommand(desk))
                .addSubcommand(new UpdateCommand(desk))
                .addSubcommand(new PristineCommand(desk));
        line.setColorScheme(Help.defaultColorScheme(desk.output().colour() ? Help.Ansi.ON : Help.Ansi.OFF));
        line.setOut(desk.output().writer());
        line.setErr(desk.output().writer());
        line.setExecutionExceptionHandler((thrown, failed, parsed) -> broken(desk.output(), thrown));
        return line.execute(args);
    }

    private static int broken(Output output, Exception thrown) throws Exception {
        if (thrown instanceof BrokenKoanException broken) {
            output.show(output.page().prose("Not your fault: " + broken.getMessage(), Style.RED));
            return ExitCode.BROKEN.status();
        }
        output.sentence("Not your fault: `learn` itself failed. Please report what follows.");
        thrown.printStackTrace(output.writer());
        return ExitCode.BROKEN.status();
    }
}
