package io.github.acrossexecutors.runner.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.runner.path.KoanPath;
import io.github.acrossexecutors.runner.path.KoanTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The table of what is taught where")
class ConceptsTests {

    private static final Pattern KOAN = Pattern.compile("(?<![.\\d])[01]\\d{3}(?![.\\d])");

    @Test
    @DisplayName("names koans that are on the path, and no others")
    void namesKoansOfThePath() throws IOException {
        KoanTree tree = KoanTree.around(Path.of("")).orElseThrow();
        String table = Files.readString(tree.root().resolve("docs/concepts.md"));
        Set<String> named =
                KOAN.matcher(table).results().map(MatchResult::group).collect(Collectors.toSet());

        assertThat(KoanPath.read(tree).entries())
                .extracting(entry -> entry.id().substring(1))
                .containsAll(named);
        assertThat(named).hasSizeGreaterThan(20);
    }
}
