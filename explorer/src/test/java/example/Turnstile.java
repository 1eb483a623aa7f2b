package example;

/** Counts who comes in, unless two come in at once. */
final class Turnstile {

    private int visitors;

    void enter() {
        visitors++;
    }

    int visitors() {
        return visitors;
    }
}
