package io.github.acrossexecutors;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The verdict engine")
class VerdictArchitectureTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.acrossexecutors");

    @Test
    @DisplayName("needs the JDK and timing alone")
    void lowerPackage() {
        classes()
                .that()
                .resideInAPackage("..verdict")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "com.sun.management",
                        "org.jspecify.annotations",
                        "io.github.acrossexecutors.timing",
                        "io.github.acrossexecutors.verdict")
                .check(CLASSES);
    }

    @Test
    @DisplayName("touches AssertJ in one class and what is nested in it, which no other class mentions")
    void assertJIsOptional() {
        DescribedPredicate<JavaClass> assertions = DescribedPredicate.describe(
                "the AssertJ entry point", type -> type.getName().startsWith(ComparisonAssert.class.getName()));
        noClasses()
                .that(DescribedPredicate.not(assertions))
                .should()
                .dependOnClassesThat(assertions.or(JavaClass.Predicates.resideInAPackage("org.assertj..")))
                .check(CLASSES);
    }
}
