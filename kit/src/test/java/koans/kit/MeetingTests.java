package koans.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A meeting")
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MeetingTests {

    private final Meeting meeting = new Meeting(3);

    @Test
    @DisplayName("holds whoever comes until all are there")
    void holdsUntilAllAreThere() throws InterruptedException {
        for (Attempt<Boolean> guest : guests(() -> meeting.join())) {
            assertThat(guest.ends()).isTrue();
        }

        assertThat(meeting.most()).isEqualTo(3);
    }

    @Test
    @DisplayName("is given up by one for all where only one can come at a time")
    void isGivenUpForAll() throws InterruptedException {
        for (Attempt<Boolean> guest : guests(() -> {
            synchronized (this) {
                meeting.join();
            }
        })) {
            while (!guest.ends()) {
                Thread.onSpinWait();
            }
        }

        assertThat(meeting.most()).isEqualTo(1);
    }

    private static List<Attempt<Boolean>> guests(Runnable body) {
        return IntStream.range(0, 3)
                .mapToObj(i -> Attempt.at("guest " + i, () -> {
                    body.run();
                    return true;
                }))
                .toList();
    }
}
