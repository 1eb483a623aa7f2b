package io.github.acrossexecutors.runner.timeline;

import io.github.acrossexecutors.runner.page.Page;
import java.nio.file.Path;

/** What came of drawing a run in which there was something to see. */
public sealed interface Drawn {

    /**
     * Adds the one line that learners are told.
     *
     * @param page where to
     */
    void tell(Page page);

    /**
     * It is there.
     *
     * @param page the file
     * @param place what a learner calls it
     */
    record There(Path page, String place) implements Drawn {

        @Override
        public void tell(Page page) {
            page.link("Timeline ", place, this.page.toUri());
        }
    }

    /**
     * It could not be written.
     *
     * @param sentence why
     */
    record Refused(String sentence) implements Drawn {

        @Override
        public void tell(Page page) {
            page.prose("Note: " + sentence);
        }
    }
}
