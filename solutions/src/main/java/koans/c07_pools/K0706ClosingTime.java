package koans.c07_pools;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Koan 0706, solved: ask, wait, insist, wait once more. */
public final class K0706ClosingTime {

    private K0706ClosingTime() {}

    /**
     * End a service.
     *
     * @param service what is to end
     * @param patience how long tasks have to end by themselves, and once more after they were interrupted
     * @return the tasks that never began; where the caller was interrupted its flag is set again
     */
    public static List<Runnable> stop(ExecutorService service, Duration patience) {
        List<Runnable> neverBegun = new ArrayList<>();
        // Shuts the door and does not wait; what is inside is still served.
        service.shutdown();
        try {
            // Comes back as soon as all is done, or with false when patience ends.
            if (!service.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                // Interrupts what runs; what never began is in this list and nowhere else.
                neverBegun.addAll(service.shutdownNow());
                // For the cleaning up. With a limit, because a task need not listen.
                service.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            // Added to the list and not put in its place: the second wait may be what was interrupted.
            neverBegun.addAll(service.shutdownNow());
            // The flag went down when this was thrown; the caller's own waits still have to see it.
            Thread.currentThread().interrupt();
        }
        return neverBegun;
    }
}
