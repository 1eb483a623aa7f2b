package koans.kit;

import com.github.tomakehurst.wiremock.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who asks a slow site for a page, as {@link koans.api.Site} tells with each request. */
sealed interface Client {

    /** The header, and what it holds: process, number of the thread, name of the thread. */
    String HEADER = "Koan-Worker";

    Pattern TOLD = Pattern.compile("([1-9]\\d{0,17})/([1-9]\\d{0,17})/(\\S*)");

    /** A thread of this JVM, which waits for the answer. */
    record Here(long threadId, String threadName) implements Client {}

    /** A thread of another process. */
    record Elsewhere(long pid, long threadId) implements Client {}

    /** Nobody knows: another client was used. */
    record Unknown() implements Client {}

    static Client of(Request request) {
        String told = request.getHeader(HEADER);
        Matcher parts = TOLD.matcher(told == null ? "" : told);
        if (!parts.matches()) {
            return new Unknown();
        }
        long pid = Long.parseLong(parts.group(1));
        long threadId = Long.parseLong(parts.group(2));
        return pid == ProcessHandle.current().pid()
                ? new Here(threadId, URLDecoder.decode(parts.group(3), StandardCharsets.UTF_8))
                : new Elsewhere(pid, threadId);
    }
}
