package koans.c05_sharing;

import java.util.List;
import java.util.concurrent.ConcurrentMap;
import koans.api.NotYetWritten;

/**
 * 0504 Count the words
 *
 * The class notes among our sources end with map and reduce: many readers, each with its part of a text, and one count.
 * Here the readers share the count, in a map that is made for many threads. So nothing can go wrong? We let four threads
 * count 1,000 words each with a get and then a put on such a map, 20 times: 2 runs were wrong. With 100,000 words each,
 * 19 of 20 were wrong, and the worst had lost 43,971. Each of the two calls was safe. What nobody had made safe was the
 * time between them.
 *
 * 1. Each occurrence of a word adds one to the number that stands at the word in counts; a word that is not there yet
 *    starts at one.
 * 2. When two threads count the same word, both count, in whichever step of its work the first is overtaken by the
 *    second.
 * 3. Who counts one word holds up nobody who counts another.
 */
public final class K0504CountTheWords {

    private K0504CountTheWords() {}

    public static void count(List<String> words, ConcurrentMap<String, Integer> counts) {
        // TODO: several threads call this at the same time, each with its own words and all with the same counts.
        throw new NotYetWritten("count the words into the map that all threads share");
    }
}
