package com.example.shop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Two JVMs that wait for each other, by files. */
record Rendezvous(Path directory) {

    static Rendezvous in(Path directory) {
        return new Rendezvous(directory);
    }

    /** {@return whether the other came before the limit} */
    boolean meet(String self, String other, Duration limit) throws Exception {
        Files.createFile(directory.resolve(self + ".here"));
        long deadline = System.nanoTime() + limit.toNanos();
        while (!Files.exists(directory.resolve(other + ".here"))) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            Thread.sleep(20);
        }
        return true;
    }
}
