package org.parvis;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/**
 * Each package below this one is a module; it sees the neighbours it declares, and of them only what is public.
 * No package-info.java among the tests: it would stand before the module's own, and hide what that declares.
 */
class ModuleBoundariesTest {

    @Test
    void holdAsDeclaredInEachPackage() {
        ApplicationModules.of(Parvis.class, JavaClass.Predicates.resideInAPackage("org.parvis.fhir.."))
                .verify();
    }
}
