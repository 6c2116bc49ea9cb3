package org.parvis.access;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parvis.access.Visitor.Audience;
import org.parvis.fhir.access.Basis;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Deciding;
import org.parvis.fhir.access.Decision;
import org.parvis.fhir.access.Relation;
import org.parvis.fhir.access.Sought;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.store.AccessFacts;
import org.parvis.fhir.store.ResourceKey;
import org.springframework.stereotype.Component;

/** By what people see a patient's data, and why somebody does not. */
@Component
public class Titles {

    /** The patient themselves, and who only wrote something, are no news to the patient. */
    private static final Set<Basis> UNTOLD = EnumSet.of(Basis.SELF, Basis.AUTHOR);

    private static final String PATIENT = "Patient/";

    private final AccessFacts facts;
    private final Names names;
    private final InstantSource clock;

    Titles(FhirEndpoint endpoint, InstantSource clock) {
        this.facts = endpoint.accessFacts();
        this.names = new Names(endpoint.as(Caller.system()));
        this.clock = clock;
    }

    /** Who is what to this patient now, the closest first; each once for each title. */
    public List<Title> of(String patient) {
        long now = now();
        var standing = facts.rules(new ResourceKey("Patient", patient)).stream()
                .flatMap(rule -> rule instanceof Relation relation ? Stream.of(relation) : Stream.empty())
                .filter(relation -> !UNTOLD.contains(relation.basis()))
                .filter(relation -> relation.during().lowMicros() <= now
                        && relation.during().highMicros() > now)
                .toList();
        var named = names.of(standing.stream().map(Relation::holder).toList());
        return widest(standing).stream()
                .map(relation -> title(relation, named.getOrDefault(relation.holder(), relation.holder())))
                .sorted(Comparator.comparing(Title::basis).thenComparing(Title::name))
                .toList();
    }

    /** Whether this visitor may see this resource, and why; something that is not here is as closed as a stranger's. */
    public Decision why(Visitor visitor, String reference) {
        var rights = visitor.caller().permit().rights();
        var sought = facts.sought(ResourceKey.of(reference));
        if (rights.isEmpty()) {
            return new Decision.Open(Optional.empty());
        }
        if (sought.isEmpty()) {
            return new Decision.Closed(Decision.Reason.NO_RELATION);
        }
        var rules = sought.get().patients().stream()
                .flatMap(patient ->
                        facts.rules(ResourceKey.of(patient), rights.get().holders()).stream())
                .toList();
        return new Deciding(rights.get(), rules, now()).on(sought.get());
    }

    /** The visitor as they look at this patient: a citizen in whose place they stand for somebody else, as that. */
    public Visitor about(Visitor visitor, String patient) {
        return isOthers(visitor, patient)
                        && why(visitor, PATIENT + patient) instanceof Decision.Open(var relation)
                        && relation.isPresent()
                ? visitor.as(relation.get().holder())
                : visitor;
    }

    /** Whether a visitor is a citizen, and this patient somebody else. */
    public static boolean isOthers(Visitor visitor, String patient) {
        return visitor.audience() == Audience.CITIZEN
                && visitor.caller().person().filter((PATIENT + patient)::equals).isEmpty();
    }

    /** Those among these types of data of which this visitor may see what is not marked. */
    public Set<String> opened(Visitor visitor, String patient, Set<String> types) {
        var rights = visitor.caller().permit().rights();
        if (rights.isEmpty()) {
            return types;
        }
        var deciding = new Deciding(rights.get(), facts.rules(new ResourceKey("Patient", patient)), now());
        return types.stream()
                .filter(type -> deciding.on(
                                new Sought(type + "/", type, Set.of(PATIENT + patient), Optional.empty(), Set.of()))
                        .isOpen())
                .collect(Collectors.toSet());
    }

    /** The moment of a bound of a relation; empty when it is open. */
    public static Optional<Instant> moment(long micros) {
        return micros == Long.MAX_VALUE || micros == Long.MIN_VALUE
                ? Optional.empty()
                : Optional.of(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }

    private static Title title(Relation relation, String name) {
        return new Title(
                relation.holder(),
                name,
                relation.basis(),
                moment(relation.during().highMicros()),
                !relation.type().isEmpty() || !relation.only().isEmpty());
    }

    private static Collection<Relation> widest(List<Relation> relations) {
        Map<String, Relation> widest = new LinkedHashMap<>();
        for (Relation relation : relations) {
            widest.merge(
                    relation.holder() + relation.basis(),
                    relation,
                    (one, other) -> one.during().highMicros() < other.during().highMicros() ? other : one);
        }
        return widest.values();
    }

    private long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }
}
