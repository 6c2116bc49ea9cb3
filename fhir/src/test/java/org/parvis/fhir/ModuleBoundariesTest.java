package org.parvis.fhir;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.parvis.fhir.DrawnArrows.Arrow;

/** The packages of the store use each other as docs/architecture.md draws it, and nothing of a framework. */
@AnalyzeClasses(packages = "org.parvis.fhir", importOptions = DoNotIncludeTests.class)
class ModuleBoundariesTest {
    private static final String STORE = "org.parvis.fhir.";

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
    static void everyArrowIsDrawn(JavaClasses classes) throws IOException {
        var drawn = drawn();

        assertThat(arrows(classes)).filteredOn(arrow -> !drawn.allow(arrow)).isEmpty();
    }

    @ArchTest
    static void everyDrawnArrowIsThere(JavaClasses classes) throws IOException {
        assertThat(drawn().arrows()).isSubsetOf(arrows(classes));
    }

    private static DrawnArrows drawn() throws IOException {
        return DrawnArrows.in(Path.of("../docs/architecture.md"));
    }

    private static Set<Arrow> arrows(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(ModuleBoundariesTest::isInside)
                .map(ModuleBoundariesTest::arrow)
                .filter(arrow -> !arrow.isLoop())
                .collect(Collectors.toSet());
    }

    private static boolean isInside(Dependency dependency) {
        return dependency.getOriginClass().getPackageName().startsWith(STORE)
                && dependency.getTargetClass().getPackageName().startsWith(STORE);
    }

    private static Arrow arrow(Dependency dependency) {
        return new Arrow(floor(dependency.getOriginClass()), floor(dependency.getTargetClass()));
    }

    private static String floor(JavaClass type) {
        return type.getPackageName().replaceFirst("org\\.parvis\\.fhir\\.(\\w+).*", "$1");
    }
}
