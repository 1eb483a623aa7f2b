package example;

import static io.github.acrossexecutors.ExecutionModel.FIXED_POOL;
import static io.github.acrossexecutors.ExecutionModel.SEQUENTIAL;
import static io.github.acrossexecutors.ExecutionModel.VIRTUAL_THREADS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.AcrossExecutors;
import io.github.acrossexecutors.Task;
import java.util.List;
import java.util.concurrent.ExecutorService;

class PriceServiceTest {

    private final PriceService prices = new PriceService();

    @AcrossExecutors // once under every model, a test node each
    void quotesAPrice() {
        assertThat(prices.quote("teapot")).isEqualTo(600);
    }

    @AcrossExecutors(
            value = {SEQUENTIAL, FIXED_POOL, VIRTUAL_THREADS},
            tasks = 32, // copies of the body, all on the same service
            workers = 8) // so many of them start together
    void countsEachQuestion(Task task) {
        String article = "article " + task.index();
        prices.quote(article);
        assertThat(prices.timesAsked(article)).isEqualTo(1);
    }

    @AcrossExecutors(workers = 4) // gets the model's executor and fans out itself
    void addsUpABasket(ExecutorService executor) throws Exception {
        assertThat(prices.total(List.of("teapot", "cup", "teapot"), executor)).isEqualTo(1500);
    }

    @AcrossExecutors(tasks = 32) // returns while its task still waits: under EVENT_LOOP all of them do, on one thread
    void quotesLater(Task task) {
        task.completeWhen(prices.quoteLater("teapot")
                .thenAcceptAsync(price -> assertThat(price).isEqualTo(600), task.loop()));
    }

    @AcrossExecutors(executors = CheckoutPool.class) // on a pool of your own
    void quotesAtCheckout() {
        assertThat(prices.quote("cup")).isEqualTo(300);
    }
}
