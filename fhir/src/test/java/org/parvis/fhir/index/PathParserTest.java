package org.parvis.fhir.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parvis.fhir.index.PathExpr.And;
import org.parvis.fhir.index.PathExpr.At;
import org.parvis.fhir.index.PathExpr.Child;
import org.parvis.fhir.index.PathExpr.Equal;
import org.parvis.fhir.index.PathExpr.Exists;
import org.parvis.fhir.index.PathExpr.Extension;
import org.parvis.fhir.index.PathExpr.Focus;
import org.parvis.fhir.index.PathExpr.LeadingTo;
import org.parvis.fhir.index.PathExpr.Literal;
import org.parvis.fhir.index.PathExpr.OfType;
import org.parvis.fhir.index.PathExpr.Typed;
import org.parvis.fhir.index.PathExpr.Unequal;
import org.parvis.fhir.index.PathExpr.Union;
import org.parvis.fhir.index.PathExpr.Where;

/** Forms in which R4's search parameters are written (FHIRPath N1). */
class PathParserTest {

    private static final PathExpr OBSERVATION_VALUE = new Child(new Typed("Observation"), "value");
    private static final PathExpr SUBJECT = new Child(new Typed("Observation"), "subject");

    @Test
    void readsAMember() {
        assertThat(PathParser.parse("Observation.value")).contains(OBSERVATION_VALUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(Observation.value as Quantity)",
                "Observation.value.as(Quantity)",
                "Observation.value.ofType(Quantity)",
                "Observation.value as FHIR.Quantity",
                "Observation.`value`.ofType(`Quantity`)"
            })
    void readsEachWayToNameAType(String expression) {
        assertThat(PathParser.parse(expression)).contains(new OfType(OBSERVATION_VALUE, "Quantity"));
    }

    @Test
    void takesAQuotedTypeForTheTypeItNames() {
        assertThat(PathParser.parse("`Observation`.value")).contains(OBSERVATION_VALUE);
    }

    @Test
    void goesOnAfterParentheses() {
        assertThat(PathParser.parse("(Observation.value as CodeableConcept).text"))
                .contains(new Child(new OfType(OBSERVATION_VALUE, "CodeableConcept"), "text"));
    }

    @Test
    void readsAUnion() {
        assertThat(PathParser.parse("value.as(Quantity) | value.as(Range)"))
                .contains(new Union(List.of(
                        new OfType(new Child(new Focus(), "value"), "Quantity"),
                        new OfType(new Child(new Focus(), "value"), "Range"))));
    }

    @Test
    void readsWhereAReferenceLeads() {
        assertThat(PathParser.parse("Observation.subject.where(resolve() is Patient)"))
                .contains(new LeadingTo(SUBJECT, "Patient"));
    }

    @Test
    void readsACriterion() {
        assertThat(PathParser.parse("Patient.telecom.where(system='phone')"))
                .contains(new Where(
                        new Child(new Typed("Patient"), "telecom"),
                        new Equal(new Child(new Focus(), "system"), new Literal("phone"))));
    }

    @Test
    void readsAPlaceInACollection() {
        assertThat(PathParser.parse("Bundle.entry[0].resource"))
                .contains(new Child(new At(new Child(new Typed("Bundle"), "entry"), 0), "resource"));
    }

    @Test
    void readsAnExtensionByItsUrl() {
        assertThat(PathParser.parse("Patient.extension('urn:x').value"))
                .contains(new Child(new Extension(new Typed("Patient"), "urn:x"), "value"));
    }

    @Test
    void bindsAndLooserThanComparison() {
        var deceased = new Child(new Typed("Patient"), "deceased");

        assertThat(PathParser.parse("Patient.deceased.exists() and Patient.deceased != false"))
                .contains(new And(new Exists(deceased), new Unequal(deceased, new Literal("false"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Observation.",
                "Observation.value as",
                "Observation.value.as(Quantity",
                "Observation.code)",
                "Observation.component[",
                "Observation.value + 1",
                "Patient.name.given.join(' ')",
                "%resource.id",
                "Patient.name.where(use='a\\'b')",
                "Patient.name.where(given = family)",
                "'a' != 'b'",
                "true.not()",
                "'Peter'",
                "(true or true) = true",
                "Patient.active = (true)",
                "Patient.name.where('a')",
                "Observation.subject.resolve().name"
            })
    void leavesTheRestToTheEngine(String expression) {
        assertThat(PathParser.parse(expression)).isEmpty();
    }
}
