package io.github.acrossexecutors.process;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where a worker JVM begins: keeps the pipe for itself and gives user code other streams. */
final class WorkerMain {

    private WorkerMain() {}

    /** Begins; the only argument is how many bytes a frame may have. */
    public static void main(String[] arguments) {
        InputStream in = new FileInputStream(FileDescriptor.in);
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        PrintStream printed = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.setIn(InputStream.nullInputStream());
        System.setOut(printed);
        System.setErr(printed);
        new WorkerSession(in, out, Integer.parseInt(arguments[0])).run();
    }
}
