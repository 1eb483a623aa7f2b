package io.github.acrossexecutors.archive;

import java.nio.file.Path;
import java.util.List;

/**
 * In what a JVM keeps classes, the best that its release has. Both are used only where the class path begins with exactly the
 * jars they were made with, and neither can be made with a directory among these.
 *
 * <p>Whatever is wrong with an archive, the JVM goes on without it; that it says nothing about it takes options.
 */
enum ArchiveFormat {

    /** Classes beside those the JDK has archived by itself. */
    DYNAMIC("jsa") {
        @Override
        List<String> recording(Path record, Path archive) {
            return List.of("-XX:ArchiveClassesAtExit=" + archive);
        }

        @Override
        List<String> assembling(Path record, Path archive) {
            return List.of();
        }

        @Override
        List<String> using(Path archive) {
            return List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:auto", "-Xlog:cds*=off:stderr");
        }
    },

    /**
     * Classes linked already, with what the compilers learnt. A JVM can say which file it recorded, but a further one must
     * make the archive of it. It takes no {@code -Xshare} beside it.
     */
    AHEAD_OF_TIME("aot") {
        @Override
        List<String> recording(Path record, Path archive) {
            return List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + record);
        }

        @Override
        List<String> assembling(Path record, Path archive) {
            return List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + record, "-XX:AOTCache=" + archive);
        }

        @Override
        List<String> using(Path archive) {
            return List.of("-XX:AOTCache=" + archive, "-Xlog:aot*=off:stderr", "-Xlog:cds*=off:stderr");
        }
    };

    private final String suffix;

    ArchiveFormat(String suffix) {
        this.suffix = suffix;
    }

    /** JDK 24 knows caches, too, yet not those that hold what the compilers learnt. */
    static ArchiveFormat ofJdk(int feature) {
        return feature >= 25 ? AHEAD_OF_TIME : DYNAMIC;
    }

    String suffix() {
        return suffix;
    }

    /** Options of a JVM that writes down what it loads when it ends: into the record, or at once into the archive. */
    abstract List<String> recording(Path record, Path archive);

    /** Options of a JVM that makes the archive of the record and does nothing else; none if there is nothing to do. */
    abstract List<String> assembling(Path record, Path archive);

    /** Options of a JVM that starts from the archive. */
    abstract List<String> using(Path archive);
}
