package org.parvis;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Each package below this one is a module; it sees the neighbours it declares, and of them only what is public. */
class ModuleBoundariesTest {

    @Test
    void holdAsDeclaredInEachPackage() {
        ApplicationModules.of(Parvis.class, JavaClass.Predicates.resideInAPackage("org.parvis.fhir.."))
                .verify();
    }
}
