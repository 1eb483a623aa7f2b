package io.github.acrossexecutors;

import io.github.acrossexecutors.verdict.Bar;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an {@link ExpectSpeedup} annotation comes to.
 *
 * @param contender the model that is expected to be faster
 * @param baseline the model it is compared with
 * @param bar how much faster
 * @param budget how long it may take
 */
record SpeedupExpectation(Model contender, Model baseline, Bar bar, Duration budget) {

    /** Identical code is 1.2 times as fast as itself on no machine, and noise makes it look so on every one. */
    private static final Bar AGAINST_ITSELF = new Bar.AtLeast(1.2);

    /** The same model on both sides, so that <em>met</em> would be false. */
    SpeedupExpectation calibrating() {
        return new SpeedupExpectation(contender, contender, AGAINST_ITSELF, budget);
    }

    boolean isCalibrating() {
        return contender.name().equals(baseline.name());
    }

    /** Why this JVM cannot, or is not to, judge it; empty if it is. */
    Optional<String> missing(Parameters parameters) {
        return Stream.of(contender, baseline)
                .flatMap(model -> model
                        .missing()
                        .or(() -> SettingsReader.isLeft(model, parameters)
                                ? Optional.empty()
                                : Optional.of(Parameters.MODELS + " leaves " + model.name() + " out."))
                        .stream())
                .findFirst();
    }

    /** {@code VIRTUAL_THREADS at least 10x SEQUENTIAL}. */
    @Override
    public String toString() {
        return bar instanceof Bar.AtLeast atLeast
                ? contender.name() + " at least " + number(atLeast.times()) + "x " + baseline.name()
                : contender.name() + " at least " + number(((Bar.OfIdeal) bar).share()) + " of ideal over "
                        + baseline.name();
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }
}
