package io.github.acrossexecutors.execution;

import java.util.List;
import java.util.stream.Stream;

/** A body that adds to the end of its task, in a round of known length. */
record StagedBody(List<TaskEnd> ends, Code code) implements TaskBody {

    /** What the body does. */
    interface Code {
        void execute(int task, TaskEnd end) throws Throwable;
    }

    static StagedBody of(int tasks, Code code) {
        return new StagedBody(Stream.generate(TaskEnd::new).limit(tasks).toList(), code);
    }

    @Override
    public void execute(int task) throws Throwable {
        code.execute(task, ends.get(task));
    }

    @Override
    public TaskEnd prepareEnd(int task) {
        return ends.get(task);
    }
}
