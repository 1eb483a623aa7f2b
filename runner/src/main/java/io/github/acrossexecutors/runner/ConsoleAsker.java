package io.github.acrossexecutors.runner;

import java.io.Console;
import java.util.Locale;
import java.util.Optional;

/** Asks on the terminal; where there is none, nobody. */
final class ConsoleAsker implements Desk.Asker {

    @Override
    public Optional<Boolean> yes(String question) {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> Optional.ofNullable(console.readLine("%s [y/N] ", question))
                        .map(answer -> answer.strip().toLowerCase(Locale.ROOT).startsWith("y"))
                        .orElse(false));
    }
}
