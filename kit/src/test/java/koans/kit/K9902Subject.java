package koans.kit;

/** Plays the learner's class of koan 9902. */
final class K9902Subject {

    void starts() {
        Thread thread = new Thread(() -> {});
        thread.start();
    }
}
