package org.parvis.fhir;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The arrows between the packages of the store, as docs/architecture.md draws them. */
@AnalyzeClasses(packages = "org.parvis.fhir", importOptions = DoNotIncludeTests.class)
class ModuleBoundariesTest {
    /** From the ground up: a floor uses those below it, never those above. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("outcome"),
            List.of("content"),
            List.of("index"),
            List.of("store"),
            List.of("search"),
            List.of("feed", "export", "validation"),
            List.of("rest"));

    @ArchTest
    static final ArchRule theStoreKnowsNoFramework = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta.servlet..", "tools.jackson..")
            .because("the store starts in a test, a benchmark or any server (docs/decisions/0001-modules.md)");

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("org.parvis.fhir.(**)").should().beFreeOfCycles();

    @ArchTest
    static void noFloorUsesOneAbove(JavaClasses classes) {
        for (int floor = 0; floor < FLOORS.size() - 1; floor++) {
            noClasses()
                    .that()
                    .resideInAnyPackage(packages(FLOORS.subList(floor, floor + 1)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(packages(FLOORS.subList(floor + 1, FLOORS.size())))
                    .allowEmptyShould(true)
                    .check(classes);
        }
    }

    private static String[] packages(List<List<String>> floors) {
        return floors.stream()
                .flatMap(List::stream)
                .map(name -> "org.parvis.fhir." + name + "..")
                .toArray(String[]::new);
    }
}
