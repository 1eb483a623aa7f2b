package koans.c05_sharing;

import java.util.List;
import java.util.concurrent.ConcurrentMap;

/**
 * Koan 0504, solved: the look at a word's number and the writing of the next one are one call of the map.
 *
 * <p>Threads: any number of threads may count into one map at the same time.
 */
public final class K0504CountTheWords {

    private K0504CountTheWords() {}

    /**
     * Count words.
     *
     * @param words what to count
     * @param counts the count, which other threads may be adding to
     */
    public static void count(List<String> words, ConcurrentMap<String, Integer> counts) {
        for (String word : words) {
            // One call and not two: nobody comes between the number that is read and the one that is written.
            counts.merge(word, 1, Integer::sum);
        }
    }
}
