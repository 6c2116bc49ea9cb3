package org.parvis.fhir.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.parvis.fhir.index.DateRange;

/** Reads what resources say about who may see a patient's data. */
public final class AccessRules {

    private static final Set<String> WITHDRAWN =
            Set.of("draft", "cancelled", "rejected", "failed", "revoked", "entered-in-error", "not-done", "unknown");

    private static final Set<String> REPRESENTATIVES = Set.of("GUARD", "POWATT", "DPOWATT", "HPOWATT", "SPOWATT");

    private final ZoneId zone;

    /**
     * Rules whose dates without a zone are meant in this one.
     */
    public AccessRules(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * The rules of this resource; none for most types.
     *
     * @param self where it stands, such as `Patient/7`: what is about to be created does not say so itself
     */
    public List<AccessRule> of(String self, ObjectNode resource) {
        var read = new Reading(resource, zone);
        return switch (read.text("resourceType")) {
            case "Patient" -> patient(read, self);
            case "RelatedPerson" -> relatedPerson(read, self);
            case "CareTeam" -> careTeam(read);
            case "Encounter" -> encounter(read);
            case "Appointment" -> appointment(read, self);
            case "Task" -> task(read, self);
            case "ServiceRequest" ->
                exchanged(read, self, "requester", "performer", List.of("supportingInfo", "reasonReference"));
            case "Communication", "CommunicationRequest" ->
                exchanged(read, self, "sender", "recipient", List.of("about", "basedOn"));
            case "DocumentReference", "Composition", "QuestionnaireResponse" ->
                exchanged(read, self, "author", "", List.of());
            case "Consent" -> consent(read, self);
            default -> List.of();
        };
    }

    private static List<AccessRule> patient(Reading patient, String self) {
        var rules = new ArrayList<AccessRule>();
        rules.add(new Relation(Basis.SELF, self, self, "", "", Reading.ALWAYS));
        patient.references("generalPractitioner")
                .forEach(doctor -> rules.add(new Relation(Basis.TREATING, doctor, self, "", "", Reading.ALWAYS)));
        return rules;
    }

    private static List<AccessRule> relatedPerson(Reading person, String self) {
        boolean represents =
                !person.text("active").equals("false") && person.isCoded("relationship", "", REPRESENTATIVES);
        return represents
                ? relations(person, "patient", Basis.GUARDIAN, List.of(self), person.period("period"))
                : List.of();
    }

    private static List<AccessRule> careTeam(Reading team) {
        if (!Set.of("", "active").contains(team.text("status"))) {
            return List.of();
        }
        var rules = new ArrayList<AccessRule>();
        for (Reading participant : team.each("participant")) {
            DateRange during = Reading.both(team.period("period"), participant.period("period"));
            rules.addAll(relations(team, "subject", Basis.CIRCLE, participant.references("member"), during));
        }
        return rules;
    }

    private static List<AccessRule> encounter(Reading encounter) {
        if (WITHDRAWN.contains(encounter.text("status"))) {
            return List.of();
        }
        var holders = new ArrayList<>(encounter.references("serviceProvider"));
        encounter.each("participant").forEach(participant -> holders.addAll(participant.references("individual")));
        return relations(encounter, "subject", Basis.ENCOUNTER, holders, encounter.period("period"));
    }

    private static List<AccessRule> relations(
            Reading resource, String subject, Basis basis, List<String> holders, DateRange during) {
        return product(
                resource.references(subject),
                holders,
                (patient, holder) -> Stream.of(new Relation(basis, holder, patient, "", "", during)));
    }

    private static List<AccessRule> appointment(Reading appointment, String self) {
        if (WITHDRAWN.contains(appointment.text("status"))) {
            return List.of();
        }
        var actors = appointment.each("participant").stream()
                .flatMap(participant -> participant.references("actor").stream())
                .toList();
        var patients = actors.stream().filter(AccessRules::isPatient).toList();
        var others = actors.stream().filter(actor -> !isPatient(actor)).toList();
        return opened(Basis.ADDRESSEE, patients, others, List.of(self), Reading.ALWAYS);
    }

    private static List<AccessRule> task(Reading task, String self) {
        if (task.isCoded("code", AccessCodes.SYSTEM, Set.of(AccessCodes.EMERGENCY))) {
            return WITHDRAWN.contains(task.text("status"))
                    ? List.of()
                    : relations(
                            task, "for", Basis.EMERGENCY, task.references("requester"), task.period("executionPeriod"));
        }
        var inputs = task.each("input").stream().flatMap(input -> input.references("valueReference").stream());
        var rests = Stream.concat(inputs, Stream.of("focus", "basedOn").flatMap(on -> task.references(on).stream()));
        return exchanged(task, self, "requester", "owner", rests.toList(), "for");
    }

    private static List<AccessRule> exchanged(
            Reading resource, String self, String author, String addressee, List<String> restsOn) {
        var rests = restsOn.stream()
                .flatMap(member -> resource.references(member).stream())
                .toList();
        return exchanged(resource, self, author, addressee, rests, "subject");
    }

    /** The author keeps sight of what they wrote; its addressee sees that, what it rests on, and whom it is about. */
    private static List<AccessRule> exchanged(
            Reading resource, String self, String author, String addressee, List<String> restsOn, String subject) {
        var patients = resource.references(subject).stream()
                .filter(AccessRules::isPatient)
                .toList();
        var rules = new ArrayList<>(
                opened(Basis.AUTHOR, patients, resource.references(author), List.of(self), Reading.ALWAYS));
        if (!addressee.isEmpty() && !WITHDRAWN.contains(resource.text("status"))) {
            var shown = Stream.concat(Stream.of(self), restsOn.stream()).toList();
            rules.addAll(opened(Basis.ADDRESSEE, patients, resource.references(addressee), shown, Reading.ALWAYS));
        }
        return rules;
    }

    /** Opens some resources, and the patient's identity with them. */
    private static List<AccessRule> opened(
            Basis basis, List<String> patients, List<String> holders, List<String> shown, DateRange during) {
        return product(
                patients,
                holders,
                (patient, holder) -> Stream.concat(shown.stream(), Stream.of(patient))
                        .map(only -> new Relation(basis, holder, patient, "", only, during)));
    }

    private List<AccessRule> consent(Reading consent, String self) {
        boolean visit = consent.isCoded("category", AccessCodes.SYSTEM, Set.of(AccessCodes.VISIT));
        if (visit && consent.text("status").equals("proposed")) {
            return offered(consent);
        }
        if (!consent.text("status").equals("active")) {
            return List.of();
        }
        var rules = new ArrayList<AccessRule>(Wills.of(consent, self));
        if (visit) {
            rules.addAll(granted(consent, Basis.VISIT, holder -> holder.startsWith("Practitioner")));
        }
        if (consent.isCoded("category", AccessCodes.SYSTEM, Set.of(AccessCodes.DELEGATION))) {
            rules.addAll(granted(consent, Basis.CARER, holder -> holder.startsWith("RelatedPerson/")));
        }
        return rules;
    }

    /** Opens nothing yet, to nobody: but only who may open a record by a visit may offer it to whoever knows the code. */
    private static List<AccessRule> offered(Reading consent) {
        return consent.references("patient").stream()
                .<AccessRule>map(patient -> new Relation(Basis.VISIT, patient, patient, "", "", Reading.NEVER))
                .toList();
    }

    private static List<AccessRule> granted(Reading consent, Basis basis, Predicate<String> fits) {
        return Wills.of(consent, "").stream()
                .filter(rule ->
                        !rule.denies() && rule.depth() == 0 && rule.label().isEmpty() && fits.test(rule.actor()))
                .<AccessRule>map(rule ->
                        new Relation(basis, rule.actor(), rule.subject(), rule.type(), rule.only(), rule.during()))
                .toList();
    }

    private static boolean isPatient(String reference) {
        return reference.startsWith("Patient/");
    }

    private interface Pair {
        Stream<Relation> of(String patient, String holder);
    }

    private static List<AccessRule> product(List<String> patients, List<String> holders, Pair pair) {
        return patients.stream()
                .filter(AccessRules::isPatient)
                .flatMap(patient -> holders.stream().flatMap(holder -> pair.of(patient, holder)))
                .distinct()
                .<AccessRule>map(relation -> relation)
                .toList();
    }
}
