"""The rows of benchmarks/process-pool.sh for Python's pools: `process_pool.py fork|spawn|executor`.

`process_pool.py table FILE...` puts the rows of several runs together: medians, and ratios to ProcessPool.
"""
import concurrent.futures
import multiprocessing
import os
import statistics
import sys
import time

STARTED = (2, 4, 8)
TIMES = 5
ROUND_TRIPS = 2000
TASKS = 20000
NUMBERS = 1000000
RANGES = 16
SIZE = NUMBERS // RANGES


def successor(number):
    return number + 1


def is_prime(number):
    if number < 2:
        return False
    divisor = 2
    while divisor * divisor <= number:
        if number % divisor == 0:
            return False
        divisor += 1
    return True


def primes_in(index):
    return sum(map(is_prime, range(index * SIZE, (index + 1) * SIZE)))


def pid(_):
    time.sleep(0.05)
    return os.getpid()


class Pool:
    def __init__(self, method, workers):
        self.pool = multiprocessing.get_context(method).Pool(workers)

    def call(self, function, argument):
        return self.pool.apply(function, (argument,))

    def map(self, function, arguments, chunk=None):
        return self.pool.map(function, arguments, chunk)

    def end(self):
        self.pool.terminate()
        self.pool.join()


class Executor:
    def __init__(self, workers):
        self.pool = concurrent.futures.ProcessPoolExecutor(workers)

    def call(self, function, argument):
        return self.pool.submit(function, argument).result()

    def map(self, function, arguments, chunk=None):
        # The executor's own default is 1; what its documentation advises for long inputs is a large chunk.
        return list(self.pool.map(function, arguments, chunksize=chunk or max(1, len(arguments) // 8)))

    def end(self):
        self.pool.shutdown(cancel_futures=True)


def median_ms(times, work):
    millis = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        millis.append((time.perf_counter() - start) * 1e3)
    return statistics.median(millis)


def pss(process):
    with open(f"/proc/{process}/smaps_rollup", encoding="ascii") as rollup:
        return sum(int(line.split()[1]) for line in rollup if line.startswith("Pss:")) / 1024


def measure(who):
    start = Executor if who == "executor" else lambda workers: Pool(who, workers)
    name = "Python ProcessPoolExecutor" if who == "executor" else f"Python Pool, {who}"

    def row(what, value):
        print(f"{name}\t{what}\t{value:.3f}", flush=True)

    for workers in STARTED:
        pools = []

        def first_result():
            pools.append(start(workers))
            pools[-1].call(successor, 1)

        row(f"start of {workers} to first result, ms", median_ms(TIMES, first_result))
        for pool in pools:
            pool.end()
    pool = start(2)
    median_ms(ROUND_TRIPS, lambda: pool.call(successor, 1))
    row("round trip of a small task, us", 1000 * median_ms(ROUND_TRIPS, lambda: pool.call(successor, 1)))
    tasks = list(range(TASKS))
    row("tasks per second, chunk 1", TASKS * 1000 / median_ms(3, lambda: pool.map(successor, tasks, 1)))
    row("tasks per second, default chunk", TASKS * 1000 / median_ms(TIMES, lambda: pool.map(successor, tasks)))
    numbers = list(range(NUMBERS))
    row("primes below 1,000,000 as tasks, ms", median_ms(1, lambda: pool.map(is_prime, numbers)))
    row("primes below 1,000,000 as ranges, ms", median_ms(1, lambda: pool.map(primes_in, list(range(RANGES)), 1)))
    pids = set(pool.map(pid, range(8), 1))
    row("memory per worker (PSS), MB", statistics.mean(map(pss, pids)))
    pool.end()


def table(files):
    values, names, rows = {}, [], []
    for file in files:
        with open(file, encoding="utf-8") as lines:
            for line in lines:
                name, row, value = line.rstrip("\n").split("\t")
                values.setdefault((name, row), []).append(float(value))
                names += [name] if name not in names else []
                rows += [row] if row not in rows else []
    print("| |", " | ".join(names), "|")
    print("|---|" + "---:|" * len(names))
    for row in rows:
        ours = statistics.median(values[("ProcessPool", row)])
        cells = []
        for name in names:
            if (name, row) not in values:
                cells.append("")
                continue
            value = statistics.median(values[(name, row)])
            ratio = "" if name == "ProcessPool" else f" ({value / ours:.2f} x)"
            cells.append(f"{value:,.0f}{ratio}" if value >= 100 else f"{value:.1f}{ratio}")
        print(f"| {row} |", " | ".join(cells), "|")


if __name__ == "__main__":
    if sys.argv[1] == "table":
        table(sys.argv[2:])
    else:
        measure(sys.argv[1])
