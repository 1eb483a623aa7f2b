package io.github.acrossexecutors.runner.gate;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A source file as javac's parser sees it; nothing in it is resolved.
 *
 * @param unit the tree
 * @param type its only top-level class
 * @param comment the class comment without its stars, empty if there is none
 * @param lines how many lines the file has
 */
record ParsedSource(CompilationUnitTree unit, ClassTree type, String comment, long lines) {

    static ParsedSource of(String shown, String text) {
        JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///" + shown), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        JavacTask task =
                (JavacTask) javac.getTask(null, null, new DiagnosticCollector<>(), List.of(), null, List.of(file));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            Violation.unless(
                    unit.getTypeDecls().size() == 1 && unit.getTypeDecls().get(0) instanceof ClassTree,
                    shown + ": expected exactly one top-level class, seen "
                            + unit.getTypeDecls().size() + ".");
            ClassTree type = (ClassTree) unit.getTypeDecls().get(0);
            String comment = Optional.ofNullable(
                            DocTrees.instance(task).getDocComment(new TreePath(new TreePath(unit), type)))
                    .orElse("");
            return new ParsedSource(unit, type, comment, text.lines().count());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The comment as a reader sees it: Javadoc's own marks dropped, white space folded. */
    String readComment() {
        return comment.replaceAll("\\{@(?:code|literal|link|linkplain)\\s+([^}]*)}", "$1")
                .replaceAll("</?(?:p|em|b|i|code|ol|ul|li)>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .strip()
                .replaceAll("\\s+", " ");
    }
}
