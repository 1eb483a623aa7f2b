package io.github.acrossexecutors.runner.gate;

import io.github.acrossexecutors.runner.engine.Outcome;
import io.github.acrossexecutors.runner.engine.Selection;
import io.github.acrossexecutors.runner.engine.Variant;
import io.github.acrossexecutors.runner.path.Entry;

/** Whoever runs a koan's test on a stub, a solution or a mutant. */
@FunctionalInterface
interface Judge {

    Outcome judge(Entry entry, Variant variant, Selection selection) throws InterruptedException;
}
