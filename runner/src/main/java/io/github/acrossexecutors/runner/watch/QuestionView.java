package io.github.acrossexecutors.runner.watch;

import io.github.acrossexecutors.runner.page.Page;
import io.github.acrossexecutors.runner.page.Style;
import java.util.Optional;
import java.util.function.Supplier;

/** A question that y answers with yes, and every other key with no. */
final class QuestionView implements View {

    private final String question;
    private final Supplier<View> yes;
    private final View no;

    QuestionView(String question, Supplier<View> yes, View no) {
        this.question = question;
        this.yes = yes;
        this.no = no;
    }

    @Override
    public Page body(int columns, int rows) {
        return new Page(columns).prose(question, Style.BOLD);
    }

    @Override
    public String keys() {
        return "y yes  n no";
    }

    @Override
    public Optional<View> press(Key key) {
        return Optional.of(key.is('y') ? yes.get() : no);
    }
}
