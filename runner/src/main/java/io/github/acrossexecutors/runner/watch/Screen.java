package io.github.acrossexecutors.runner.watch;

import io.github.acrossexecutors.runner.page.Line;
import java.util.List;

/** Where the watch draws. */
public interface Screen {

    /** {@return how large it is now} */
    Size size();

    /**
     * Shows these lines and nothing else.
     *
     * @param lines no more, and none longer, than fit
     */
    void show(List<Line> lines);
}
