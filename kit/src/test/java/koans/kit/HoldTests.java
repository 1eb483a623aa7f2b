package koans.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HoldTests {

    private final Hold hold = new Hold();

    @Test
    void tasksStandUntilTheyAreLetGo() {
        Aside one = Aside.run(this::stay);
        Aside other = Aside.run(this::stay);

        assertThat(hold.holds(2)).isTrue();
        assertThat(hold.through()).isZero();
        hold.letGo();

        assertThat(one.ends() && other.ends()).isTrue();
        assertThat(hold.letThrough(2)).isTrue();
        assertThat(hold.standing()).isZero();
        assertThat(hold.threads()).containsExactlyInAnyOrder(one.thread(), other.thread());
    }

    @Test
    void whoComesLaterPasses() {
        hold.letGo();

        hold.stay();

        assertThat(hold.through()).isOne();
    }

    @Test
    void anInterruptEndsTheStayAndStaysSet() {
        Aside task = Aside.run(() -> {
            hold.stay();
            return Thread.currentThread().isInterrupted();
        });
        hold.holds(1);

        task.thread().interrupt();

        assertThat(task.ends()).isTrue();
        assertThat(task.answer()).isEqualTo(true);
        assertThat(hold.interrupted()).isOne();
        assertThat(hold.through()).isZero();
    }

    private Object stay() {
        hold.stay();
        return "stayed";
    }
}
