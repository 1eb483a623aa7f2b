package io.github.acrossexecutors.remote;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;

/**
 * All that a JVM must know to open a life-cycle. It travels with every request, so that a JVM that has come late, in place of
 * one that died for instance, can open it with the first it gets. The {@link Launch} in it is packed once, because most who
 * get it have no need to unpack it.
 */
final class Opening implements Serializable {

    private static final long serialVersionUID = 1;

    private final RunId run;
    private final String model;
    private final String test;
    private final Duration timeout;
    private final byte[] packedLaunch;

    /**
     * Pack a launch.
     *
     * @param run whose tasks follow
     * @param model the execution model, as it stands in messages
     * @param test the name of the test method
     * @param timeout how long opening may take, and each call of hooks
     * @param launch brings the life-cycle to life
     */
    Opening(RunId run, String model, String test, Duration timeout, Launch launch) {
        this.run = run;
        this.model = model;
        this.test = test;
        this.timeout = timeout;
        this.packedLaunch = pack(launch);
    }

    private static byte[] pack(Launch launch) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(launch);
        } catch (IOException e) {
            throw new UncheckedIOException("a launch is made of text and must be able to travel", e);
        }
        return bytes.toByteArray();
    }

    Launch launch() {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(packedLaunch))) {
            return (Launch) in.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a launch was garbled on its way", e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "this JVM runs another version of the extension: it lacks " + e.getMessage(), e);
        }
    }

    RunId run() {
        return run;
    }

    String model() {
        return model;
    }

    String test() {
        return test;
    }

    Duration timeout() {
        return timeout;
    }

    /** What the thread is called that executes the life-cycle and the bodies; the number is the process's. */
    String workerName(long pid) {
        return model.toLowerCase(Locale.ROOT).replace('_', '-') + "-" + pid + " " + test;
    }
}
