package koans.c15_processes;

import java.io.Serializable;
import java.util.List;
import java.util.concurrent.ExecutionException;
import koans.api.NotYetWritten;

/**
 * 1511 A session for each process
 *
 * One of the posts downloads 100 pages with a pool of processes, in 3.294 s; one by one they had taken 11.708 s. Its
 * downloads want a session, a connection that is opened once and kept. It cannot be handed over: a session is no text. So
 * each process opens one of its own, by an initializer, and keeps it in a global variable. Why global? Nobody asks. We
 * set that variable in the parent instead. Python's fork copies the parent's memory, so the children found it; with spawn
 * they found nothing. Java's workers are started afresh, too: what this program's statics hold, theirs do not. Write the
 * post's download with a ProcessPool. You have a Client, which can travel, and opens sessions, which cannot.
 *
 * 1. The texts come in the order of the pages, and each page is downloaded once, in another process.
 * 2. As many pages are under way at the same time as there are workers, each in a process of its own.
 * 3. Each process opens one session, as its initializer, before it downloads.
 * 4. A process that is free takes the next page, however long another page takes.
 * 5. If a session cannot be opened, the call fails with an ExecutionException that has the reason among its causes, and
 *    no page is downloaded.
 * 6. When the call comes back, no process is left.
 */
public final class K1511SessionForEachProcess {

    private K1511SessionForEachProcess() {}

    public interface Client extends Serializable {

        Session open();
    }

    public interface Session {

        String download(int page);
    }

    public static List<String> download(List<Integer> pages, Client client, int workers)
            throws ExecutionException, InterruptedException {
        // TODO: ProcessPool is in io.github.acrossexecutors.process.
        throw new NotYetWritten("download the pages in processes, each with a session of its own");
    }
}
