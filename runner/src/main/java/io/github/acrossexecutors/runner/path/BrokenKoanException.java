package io.github.acrossexecutors.runner.path;

/**
 * Something of the project itself is broken or missing, so that nobody's answer can be judged; the message is one sentence that names the file and the
 * koan.
 *
 * <p>Never thrown for a wrong answer: that is an outcome.
 */
public final class BrokenKoanException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is broken.
     *
     * @param sentence what is broken, in which file, and what to do about it
     */
    public BrokenKoanException(String sentence) {
        super(sentence);
    }

    /**
     * Says what is broken, and keeps what revealed it.
     *
     * @param sentence what is broken, in which file, and what to do about it
     * @param cause what revealed it
     */
    public BrokenKoanException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
