package example;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Quotes prices in cents and remembers how often each article was asked for. */
final class PriceService {

    private final Map<String, Integer> asked = new ConcurrentHashMap<>();

    int quote(String article) {
        asked.merge(article, 1, Integer::sum);
        return article.length() * 100;
    }

    /** Quotes a price some time later, on whatever thread has it then. */
    CompletableFuture<Integer> quoteLater(String article) {
        return CompletableFuture.supplyAsync(() -> quote(article));
    }

    int timesAsked(String article) {
        return asked.getOrDefault(article, 0);
    }

    int total(List<String> articles, ExecutorService executor) throws InterruptedException, ExecutionException {
        List<Callable<Integer>> quotes = articles.stream()
                .<Callable<Integer>>map(article -> () -> quote(article))
                .toList();
        int total = 0;
        for (Future<Integer> quote : executor.invokeAll(quotes)) {
            total += quote.get();
        }
        return total;
    }
}
