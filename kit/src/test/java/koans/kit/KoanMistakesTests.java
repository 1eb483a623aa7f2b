package koans.kit;

import static koans.kit.KoanRun.assertFails;
import static koans.kit.KoanRun.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.cause;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A koan's test that is wrong itself")
class KoanMistakesTests {

    @Test
    @DisplayName("says which class is missing beside it")
    void withoutSubject() {
        run(K9902NobodyTest.class)
                .testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(cause(message("The class koans.kit.K9902Nobody, which K9902NobodyTest"
                                + " judges, is not on the class path.")))));
    }

    @Test
    @DisplayName("says which method judges no guarantee")
    void withoutGuarantee() {
        assertFails(
                K9901BareTest.class,
                KoanTextException.class,
                "The test method bare of koan K9901 lacks @Guarantee: every method of a koan's test judges one.");
    }

    @Test
    @DisplayName("says which guarantee its text lacks")
    void unknownGuarantee() {
        assertFails(
                K9901BeyondTest.class,
                KoanTextException.class,
                "The text of koan K9901 has no guarantee 4: it has 1 to 3.");
    }

    @Test
    @DisplayName("fails where it has no text")
    void withoutText() {
        run(K9903LostTest.class)
                .containerEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                displayName(K9903LostTest.class.getSimpleName()),
                                finishedWithFailure(instanceOf(KoanTextException.class))));
    }

    @Test
    @DisplayName("says that its name leads to no text")
    void badName() {
        run(NamelessTestCase.class)
                .containerEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                finishedWithFailure(
                                        message(
                                                text -> text.startsWith(
                                                        "@Koan belongs on a class named like K0104JoinAndCollectTest, not on NamelessTestCase")))));
    }

    @Koan
    static class K9902NobodyTest {

        @Guarantee(1)
        void nobody(Rules rules) {
            assertThat(rules).isNotNull();
        }
    }

    @Koan
    static class K9901BareTest {

        @Test
        void bare() {}
    }

    @Koan
    static class K9901BeyondTest {

        @Guarantee(4)
        void beyond() {}
    }

    @Koan
    static class K9903LostTest {

        @Guarantee(1)
        void lost() {}
    }

    @Koan
    static class NamelessTestCase {

        @Guarantee(1)
        void lost() {}
    }
}
