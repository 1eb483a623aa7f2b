package io.github.acrossexecutors.explorer;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What became of an exploration. {@link Passed} alone is good news. */
public sealed interface Outcome {

    /**
     * No interleaving that was run broke the scenario.
     *
     * @param reached the bounds that kept interleavings from being run; empty if all were
     */
    record Passed(Set<Bound> reached) implements Outcome {

        /** Check and copy. */
        public Passed {
            reached = Set.copyOf(reached);
        }

        /**
         * Tell whether every interleaving was run, up to the order of steps that cannot influence each other.
         *
         * @return {@code false} if the budget was spent before
         */
        public boolean exhausted() {
            return reached.isEmpty();
        }
    }

    /**
     * An interleaving broke the scenario, and broke it again when it was replayed.
     *
     * @param kind in which way
     * @param what one sentence: the failure in the scenario's words, who waits for what, or what is raced for
     * @param thrown what was thrown, if anything
     * @param schedule its number, for {@link Interleavings#replay(String)}
     * @param steps what happened, in order
     */
    record Broken(Kind kind, String what, Optional<Throwable> thrown, String schedule, List<Step> steps)
            implements Outcome {

        /** Check and copy. */
        public Broken {
            steps = List.copyOf(steps);
        }
    }

    /**
     * The scenario did something that the explorer cannot steer, or came to its end in no schedule, so no claim is made.
     *
     * @param reason what it did, and where
     */
    record NotControlled(String reason) implements Outcome {}

    /**
     * The same schedule went differently when it was run again, so no claim is made.
     *
     * @param difference what differed
     */
    record NotDeterministic(String difference) implements Outcome {}
}
