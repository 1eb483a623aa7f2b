package io.github.acrossexecutors.runner.engine;

import java.util.Map;
import javax.tools.Diagnostic;

/** Says in plain words what javac means by the errors that learners meet most. */
final class CompilerWords {

    private static final String UNKNOWN_NAME =
            "Java does not know this name here. Is it spelt as where it was declared, upper and lower case too? Is an"
                    + " import missing, or was it declared inside other braces?";
    private static final String BRACES = "Usually a closing brace is missing or one too many, often some lines above.";
    private static final String CAPTURED =
            "A lambda or an inner class may only use local variables that never change after their first value. Copy the"
                    + " value into a variable of its own, just before.";
    private static final String CHECKED =
            "This exception must be handled: put the call between `try` and `catch`, or let the method say `throws`."
                    + " A lambda for a `Runnable` cannot throw it on.";

    private static final Map<String, String> BY_CODE = Map.ofEntries(
            Map.entry("cant.resolve", UNKNOWN_NAME),
            Map.entry("cant.resolve.args", UNKNOWN_NAME),
            Map.entry("cant.resolve.location", UNKNOWN_NAME),
            Map.entry("cant.resolve.location.args", UNKNOWN_NAME),
            Map.entry("doesnt.exist", "There is no such package on the class path: is the import spelt right?"),
            Map.entry(
                    "prob.found.req",
                    "The value is of another type than is wanted here. What does the expression return, and who takes"
                            + " it?"),
            Map.entry("premature.eof", BRACES),
            Map.entry("expected4", BRACES),
            Map.entry("illegal.start.of.expr", "Something is missing just before this place, or a brace is."),
            Map.entry("illegal.start.of.type", "Something is missing just before this place, or a brace is."),
            Map.entry("not.stmt", "This is a value, not an instruction. Is an assignment or a call missing?"),
            Map.entry(
                    "missing.ret.stmt",
                    "The method promises a result, and there is a way to its end on which it returns none."),
            Map.entry("unreported.exception.need.to.catch.or.throw", CHECKED),
            Map.entry("local.variables.referenced.from.lambda.expression.must.be.final", CAPTURED),
            Map.entry("cant.ref.non.effectively.final.var", CAPTURED),
            Map.entry(
                    "var.might.not.have.been.initialized",
                    "There is a way to this place on which the variable has not been given a value."),
            Map.entry("unreachable.stmt", "No way leads here: what stands before it always leaves, or never ends."),
            Map.entry("already.defined", "There is another of this name in the same place."),
            Map.entry(
                    "non-static.cant.be.ref",
                    "A static method belongs to no object, so it cannot use fields and methods that do."),
            Map.entry(
                    "cant.apply.symbol",
                    "The method is there, but it takes other parameters, or another number of them."),
            Map.entry("cant.apply.symbols", "There are methods of this name, but none takes these parameters."),
            Map.entry("does.not.override.abstract", "A method that the interface asks for is not written yet."),
            Map.entry(
                    "class.public.should.be.in.file",
                    "A koan's class keeps the name of its file: give it that name again, and leave the file where it is."),
            Map.entry("unclosed.str.lit", "The closing quotation mark is missing on this line."),
            Map.entry("except.never.thrown.in.try", "Nothing between `try` and `catch` throws this exception."));

    private CompilerWords() {}

    /** What an error means; empty if javac's own words have to do. */
    static String of(Diagnostic<?> error) {
        String code = error.getCode() == null ? "" : error.getCode().replaceFirst("^compiler\\.err\\.", "");
        return BY_CODE.getOrDefault(code, code.startsWith("expected") ? expected() : "");
    }

    private static String expected() {
        return "Something is missing at the caret, or just before it.";
    }
}
