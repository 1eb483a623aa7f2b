package io.github.acrossexecutors;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Runs a test body under several execution models, each a test node of its own.
 *
 * <pre>{@code
 * @AcrossExecutors
 * void quotesAPrice() { ... }
 *
 * @AcrossExecutors(value = {SEQUENTIAL, VIRTUAL_THREADS}, tasks = 32)
 * void fetchesAPage(Task task) { ... }
 *
 * @AcrossExecutors(workers = 4)
 * void sumsInParallel(ExecutorService executor) { ... }
 * }</pre>
 *
 * <p>What a body means depends on how it is declared:
 *
 * <ul>
 *   <li><b>Once:</b> a plain body with one task and one round runs on a worker of the model, and so do its {@code
 *       BeforeEach} and {@code AfterEach} methods, all on the same worker, so that thread-locals hold.
 *   <li><b>Copies:</b> with more tasks or rounds than one, each round executes the body {@code tasks} times; the first
 *       of them, as many as there are workers, start together behind a gate. All copies and rounds share one test
 *       instance and one {@code BeforeEach}, which stays on JUnit's thread; {@link BeforeRound} and {@link AfterRound}
 *       set up and tear down a round outside its time.
 *   <li><b>Injected:</b> a body with an {@code Executor} or {@code ExecutorService} parameter gets the model's and fans
 *       out itself. It runs on JUnit's thread, its subtasks on the workers; {@code tasks} stays 1. Under {@link
 *       ExecutionModel#PROCESS_POOL} the parameter is a {@code ProcessPool}, because a plain lambda cannot travel. A
 *       parameter with an annotation of its own, such as {@code Mock}, is left to whom that means, and so are all executors
 *       of a parameterized test, whose source supplies them: they do not make a body injected.
 * </ul>
 *
 * <p>A body may end later than it returns: {@link Task#completeWhen} names what it waits for. Under {@link
 * ExecutionModel#EVENT_LOOP} that is the one way to let tasks overlap, as copies on one thread.
 *
 * <p>Under {@link ExecutionModel#PROCESS_POOL}, and under an {@link ExecutorProvider} placed in other JVMs, once and copies
 * mean the same there: each JVM executes the whole life-cycle, constructor and {@code BeforeAll} to {@code AfterAll}, once
 * around all of its tasks, on one thread, and static fields are its own. Here everything but the body runs as well. {@link
 * BeforeRound} and {@link AfterRound} methods run in each of the JVMs and here, those that take the round here alone. JVMs
 * are kept for the tests of one class. Their launcher registers no listeners, and this extension's report, table and time
 * limits are those of this JVM; {@link SharedResource} tells them of servers that run here.
 *
 * <p>On a class, every {@code Test}, {@code ParameterizedTest}, {@code RepeatedTest}, dynamic test of a {@code
 * TestFactory} and {@code Nested} class in it runs under each model. A method or nested class with an annotation of its
 * own follows that one, in the first invocation of the class only. {@code BeforeAll} of the class runs once for all
 * models, that of a nested class once for each.
 *
 * <p>Each number is this annotation's attribute if set, else the configuration parameter or system property named at
 * the attribute, else the default. {@code across.models}, a comma-separated list, narrows every set of models.
 *
 * <p>Limits:
 *
 * <ul>
 *   <li>A method carries no other test annotation beside this one, a class no other class template. Kotlin {@code
 *       suspend} bodies are refused.
 *   <li>Constructors and other extensions stay on JUnit's thread. A thread-local that an extension sets there, a
 *       transaction for one, is not the worker's.
 *   <li>Interceptors of other extensions see one execution of the body, the first; further copies call it directly.
 *   <li>With more than one round, warm-up included, the test holds {@code Resources.GLOBAL}, so that no other test of
 *       the JVM runs beside it, and JUnit lifts that lock to the whole top-level class: put such tests in a class of
 *       their own. The lock is decided before JUnit's configuration can be asked: it knows {@code across.rounds} and
 *       {@code across.warmups} as system properties or from {@code junit-platform.properties}, not from a launcher's or
 *       build tool's own parameters.
 *   <li>Configuration parameters that are given to a launcher or build tool alone do not travel to worker JVMs, unless
 *       they are Jupiter's or this extension's; system properties and {@code junit-platform.properties} do. A {@code
 *       TestFactory} is refused there.
 *   <li>Pins of virtual threads are told under {@code VIRTUAL_THREADS}, of the model's own threads alone, and from a
 *       millisecond on. The first such test of a JVM starts its Flight Recorder, which takes about half a second outside
 *       any round; where there is none, a note says that pins are not watched.
 * </ul>
 *
 * <p><b>Threads:</b> invocations of one annotated method or class follow each other, unless {@code @Execution(CONCURRENT)}
 * beside the annotation lets its models run at once; the dynamic tests of a factory follow each other under each model in any
 * case. JUnit's thread waits in a way its fork-join pool does not compensate. A body that leaves that very thread interrupted,
 * in copies or beside its executor, is the last to run on it and fails: nobody can tell that from an interrupt from outside,
 * {@code @Timeout}'s for one, that the body has passed on.
 *
 * <p><b>Failure:</b> one failed task fails the test; else one aborted task aborts it. All errors are reported. A model
 * this JDK lacks is skipped visibly. What a subtask of an injected body throws fails the test if it was given to {@code
 * execute}, and if it was given to {@code submit} or {@code invokeAll} and nobody has asked its {@code Future} for the outcome
 * before the round ends. Not seen are subtasks that were cancelled or that {@code shutdownNow} interrupted, what
 * a completion service or {@code invokeAny} hands over, what a {@code CompletableFuture} keeps to itself, and futures of a
 * {@code ProcessPool}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@TestTemplate
@ClassTemplate
@ExtendWith(JUnitVersionCheck.class)
@ExtendWith(AcrossExecutorsExtension.class)
@Execution(ExecutionMode.SAME_THREAD)
@ResourceLock(providers = TimedTestLocks.class)
public @interface AcrossExecutors {

    /** Stands for a number that is not set here. */
    int UNSET = Integer.MIN_VALUE;

    /**
     * The execution models, each at most once.
     *
     * @return the models; left out, all but {@code PROCESS_POOL} on a method, {@code SEQUENTIAL}, {@code FIXED_POOL} and {@code
     *     VIRTUAL_THREADS} on a class, and none where {@link #executors} names some
     */
    ExecutionModel[] value() default {};

    /**
     * Executors of your own, each a further model.
     *
     * @return provider classes with a constructor without parameters, each at most once
     */
    Class<? extends ExecutorProvider>[] executors() default {};

    /**
     * How many tasks a round has.
     *
     * @return from 1 to 1,000,000; default {@code across.tasks}, else 1
     */
    int tasks() default UNSET;

    /**
     * How many workers a pool has; of models with a worker per task, how many tasks start together. An event loop has one
     * in any case.
     *
     * @return from 1 to 32,767, the most a fork-join pool takes; default {@code across.workers}, else the number of
     *     available processors
     */
    int workers() default UNSET;

    /**
     * How many rounds run first and do not count.
     *
     * @return from 0 to 1,000,000; default {@code across.warmups}, else 0
     */
    int warmups() default UNSET;

    /**
     * How many rounds are measured.
     *
     * @return from 1 to 1,000,000; default {@code across.rounds}, else 1
     */
    int rounds() default UNSET;

    /**
     * The limit of a round and of each life-cycle method that runs on a worker.
     *
     * @return from 1, in {@link #timeoutUnit}, to 365 days; default {@code across.timeout}, such as {@code 500 ms}, else
     *     60 s
     */
    long timeout() default UNSET;

    /**
     * The unit of {@link #timeout}.
     *
     * @return the unit; default seconds
     */
    TimeUnit timeoutUnit() default TimeUnit.SECONDS;
}
