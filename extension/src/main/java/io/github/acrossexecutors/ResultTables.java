package io.github.acrossexecutors;

import io.github.acrossexecutors.report.SpeedupRecord;
import io.github.acrossexecutors.report.TestRecord;
import io.github.acrossexecutors.report.TextTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The console's tables, one per test: rows gather while models and expectations take their turns, and are printed when JUnit is
 * through with the annotated method or class. {@code across.table=false} prints none.
 *
 * <p><b>Threads:</b> safe; methods of a class may run beside each other.
 */
final class ResultTables implements AutoCloseable {

    private final boolean printed;
    private final Map<TestName, Table> tables = new LinkedHashMap<>();

    /** What is known of one test so far. */
    private record Table(List<TestRecord> rows, List<SpeedupRecord> speedups) {}

    private ResultTables(boolean printed) {
        this.printed = printed;
    }

    /** The tables of the annotated method or class that a context is, or is in. */
    static ResultTables in(ExtensionContext context) {
        boolean printed = AcrossExecutorsExtension.parameters(context).isOn("across.table");
        return context.getStore(AcrossExecutorsExtension.NAMESPACE)
                .getOrComputeIfAbsent(ResultTables.class, key -> new ResultTables(printed), ResultTables.class);
    }

    synchronized void add(TestName test, TestRecord row) {
        table(test).rows.add(row);
    }

    synchronized void add(TestName test, SpeedupRecord speedup) {
        table(test).speedups.add(speedup);
    }

    private Table table(TestName test) {
        return tables.computeIfAbsent(test, name -> new Table(new ArrayList<>(), new ArrayList<>()));
    }

    @Override
    public synchronized void close() {
        if (printed) {
            tables.forEach((test, table) -> System.out.print(TextTable.of(test.heading(), table.rows, table.speedups)));
        }
    }
}
