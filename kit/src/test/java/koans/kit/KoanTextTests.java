package koans.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A koan's text")
class KoanTextTests {

    private static final String VALID = """
            # 9901 Demo

            one
            two
            three

            ## Prediction

            How many?

            1. one
            2. `two`

            Answer 2: both count.

            ## Guarantees

            1. First.
               - `peak`: Saw {}.
            2. Second.

            ## Hints

            1. a
            2. b
            3. c

            ## Learnt

            L

            ## What the tests cannot see

            N
            """;

    @AfterEach
    void forgetTheLanguage() {
        System.clearProperty(KoanText.LANGUAGE_PROPERTY);
    }

    @Test
    @DisplayName("is read whole, as plain text")
    void readWhole() {
        KoanText text = KoanText.load("K9901");

        assertThat(text.title()).isEqualTo("Demo");
        assertThat(text.story())
                .isEqualTo("The story has three lines at least, with code and emphasis in them, and here it ends.");
        assertThat(text.guarantees()).hasSize(3);
        assertThat(text.guarantee(1).sentence()).isEqualTo("The sum is two.");
        assertThat(text.guarantee(1).seen())
                .isEqualTo(Map.of(
                        "sum", "Expected {}, seen {}. This usually means a slip.", "plain", "Nothing was seen."));
        assertThat(text.guarantee(2).seen()).isEmpty();
        assertThat(text.offLimits()).contains("Clocks.");
        assertThat(text.hints()).containsExactly("A nudge.", "A push:\n\n    int sum = 1 + 1;", "Nearly the answer.");
        assertThat(text.learnt()).isEqualTo("One thing.\n\n- a point\n- another");
        assertThat(text.notSeen()).isEqualTo("The rest.");
    }

    @Test
    @DisplayName("may ask for a prediction, with answers, the right one and a reason")
    void prediction() {
        assertThat(KoanText.load("K9901").prediction()).isEmpty();

        KoanText.Prediction prediction =
                KoanText.parse("K9901", VALID).prediction().orElseThrow();
        assertThat(prediction).isEqualTo(new KoanText.Prediction("How many?", List.of("one", "two"), 2, "both count."));
        assertThat(prediction.truth()).isEqualTo("two");
    }

    @Test
    @DisplayName("says what the stub's comment must say, folded to one line")
    void stubComment() {
        assertThat(KoanText.load("K9901").stubComment())
                .isEqualTo("9901 Demo The story has three lines at least, with code and emphasis in them, and here it"
                        + " ends. 1. The sum is two. 2. The order is kept. 3. Nothing hangs. Off limits: Clocks.");
    }

    @Test
    @DisplayName("may leave out what is off limits")
    void offLimitsIsOptional() {
        KoanText text = KoanText.parse("K9901", VALID);

        assertThat(text.offLimits()).isEmpty();
        assertThat(text.stubComment()).endsWith("2. Second.");
    }

    @ParameterizedTest(name = "{2}")
    @DisplayName("that breaks a rule is refused with file, line and rule")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "# 9901 Demo            | # 9902 Demo               | line 1: the title is '9902 Demo'",
                "# 9901 Demo            | Demo                      | line 1: a text begins with its title",
                "one\\ntwo\\nthree      | one\\ntwo                 | line 1: the story has 2 lines, expected 3 to 8",
                "## Learnt\\n           | ## Lessons\\n             | line 28: unknown heading 'Lessons'",
                "## Learnt\\n           | ### Learnt\\n             | line 28: a text has one title",
                "## Learnt\\n\\nL\\n    | ~~                        | line 31: heading '## Learnt' is missing",
                "## Learnt\\n           | ## Hints\\n               | line 28: heading 'Hints' stands here a second time",
                "## Learnt\\n           | ## Off limits\\n          | line 28: heading 'Off limits' stands after 'Hints'",
                "L\\n                   | ~~                        | line 28: nothing stands under 'Learnt'",
                "3. c\\n                | ~~                        | line 22: there are 2 hints, expected exactly 3",
                "3. c                   | 4. c                      | line 26: item 3 of 'Hints' is not numbered 3",
                "1. a\\n2. b\\n3. c\\n  | a\\n                      | line 22: under 'Hints' stands one list numbered from 1",
                "- `peak`: Saw {}.      | - peak: Saw {}.           | line 19: guarantee 1: a \"seen\" sentence reads",
                "- `peak`: Saw {}.      | - `peak` Saw {}.          | line 19: guarantee 1: a \"seen\" sentence reads",
                "- `peak`: Saw {}.      | - `the peak`: Saw {}.     | line 19: guarantee 1: a \"seen\" sentence reads",
                "- `peak`: Saw {}.      | - `peak`: A.\\n   - `peak`: B. | line 20: guarantee 1: key `peak` stands here a second",
                "- `peak`: Saw {}.      | > quoted                  | line 18: guarantee 1 is one sentence, then a list",
                "How many?              | How many.                 | line 7: Prediction: it asks nothing",
                "2. `two`\\n            | ~~                        | line 7: Prediction: it has 1 answers, expected 2 to 9",
                "2. `two`               | 4. `two`                  | line 12: item 2 of 'Prediction' is not numbered 2",
                "Answer 2:              | Answer 3:                 | line 7: Prediction: the right answer is 3, expected 1 to 2",
                "Answer 2: both count.  | Answer 2:                 | line 7: under 'Prediction' stand a question",
                "Answer 2: both count.  | It is two.                | line 7: under 'Prediction' stand a question",
                "How many?\\n\\n        | ~~                        | line 7: under 'Prediction' stand a question",
                "L\\n                   | ![picture](a.png)\\n      | line 30: a text has no images",
                "L\\n                   | > quoted\\n               | line 30: a text is made of paragraphs, lists",
            })
    void brokenRules(String find, String replace, String message) {
        String from = find.replace("\\n", "\n");
        assertThat(VALID).contains(from);

        assertThatExceptionOfType(KoanTextException.class)
                .isThrownBy(() -> KoanText.parse("K9901", VALID.replace(from, replace.replace("\\n", "\n"))))
                .withMessageStartingWith("K9901.md, ")
                .withMessageContaining(message);
    }

    @Test
    @DisplayName("that is not on the class path is asked for by its name")
    void missing() {
        assertThatExceptionOfType(KoanTextException.class)
                .isThrownBy(() -> KoanText.load("K9999"))
                .withMessageContaining("K9999")
                .withMessageContaining("koans/text/en/K9999.md");
    }

    @Test
    @DisplayName("is looked for in the language that is set")
    void otherLanguage() {
        System.setProperty(KoanText.LANGUAGE_PROPERTY, "de");

        assertThatExceptionOfType(KoanTextException.class)
                .isThrownBy(() -> KoanText.load("K9901"))
                .withMessageContaining("koans/text/de/K9901.md");
    }

    @ParameterizedTest
    @DisplayName("is not looked for under a language that is none")
    @ValueSource(strings = {"", "../en", "EN", "english!"})
    void noLanguage(String language) {
        System.setProperty(KoanText.LANGUAGE_PROPERTY, language);

        assertThatExceptionOfType(KoanTextException.class)
                .isThrownBy(() -> KoanText.load("K9901"))
                .withMessageContaining("koans.language is '" + language + "', expected a language tag");
    }

    @Test
    @DisplayName("has no guarantee beyond its last")
    void noSuchGuarantee() {
        assertThatExceptionOfType(KoanTextException.class)
                .isThrownBy(() -> KoanText.parse("K9901", VALID).guarantee(3))
                .withMessage("The text of koan K9901 has no guarantee 3: it has 1 to 2.");
    }

    @ParameterizedTest
    @DisplayName("belongs to an id of K and four digits")
    @ValueSource(strings = {"", "0104", "K104", "K01045", "k0104"})
    void badId(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KoanText.parse(id, VALID))
                .withMessageContaining("K and four digits");
    }
}
