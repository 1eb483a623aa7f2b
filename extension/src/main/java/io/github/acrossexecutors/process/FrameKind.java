package io.github.acrossexecutors.process;

/** What a frame says; its place in this list is its byte in the frame. */
enum FrameKind {
    /** Worker: I am here; what my clock says. */
    HELLO,
    /** Pool: who you are, what is shared, and your initializer. */
    WELCOME,
    /** Worker: my initializer has ended well. */
    READY,
    /** Pool: execute this task. */
    CALL,
    /** Pool: remember this function, by the number of its map. */
    FUNCTION,
    /** Pool: apply the function of that number to these inputs. */
    CHUNK,
    /** Pool: no further chunk will name that function. */
    FORGET,
    /** Pool: give back what you have not begun. */
    RECALL,
    /** Worker: these tasks I give back. */
    RETURNED,
    /** Worker: a task's result. */
    RESULT,
    /** Worker: what a task threw, or under number 0 the initializer. */
    FAILURE,
    /** Pool: where is your task? */
    STACK,
    /** Worker: there. */
    STACK_IS
}
