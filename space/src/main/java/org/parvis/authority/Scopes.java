package org.parvis.authority;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.parvis.authority.SmartScope.Context;

/**
 * What software asks for or was given, as OAuth writes it: SMART's scopes, and the words beside them.
 *
 * @param texts each scope as it is written, in order
 */
public record Scopes(Set<String> texts) {

    static final String OPENID = "openid";
    static final String PROFILE = "profile";
    static final String FHIR_USER = "fhirUser";
    static final String LAUNCH = "launch";
    static final String LAUNCH_PATIENT = "launch/patient";
    /** For as long as the person's session lasts. */
    static final String ONLINE = "online_access";
    /** Beyond the person's session. */
    static final String OFFLINE = "offline_access";

    /** Those that are not about data. */
    static final Set<String> WORDS = Set.of(OPENID, PROFILE, FHIR_USER, LAUNCH, LAUNCH_PATIENT, ONLINE, OFFLINE);

    public Scopes {
        texts = Collections.unmodifiableSet(new TreeSet<>(texts));
    }

    static Scopes read(String spaced) {
        return new Scopes(Spaced.read(spaced));
    }

    /** As they are sent and kept. */
    public String spaced() {
        return Spaced.write(texts);
    }

    boolean has(String word) {
        return texts.contains(word);
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    /** Those that are about data. */
    Set<SmartScope> data() {
        return SmartScope.among(texts);
    }

    /** Whether they are about data and nothing else. */
    boolean areAboutData() {
        return !isEmpty() && data().size() == texts.size();
    }

    boolean hasAny(Context context) {
        return data().stream().anyMatch(scope -> scope.context() == context);
    }

    /** Whether they are all understood here. */
    boolean areKnown() {
        return texts.stream()
                .allMatch(text -> WORDS.contains(text) || SmartScope.of(text).isPresent());
    }

    /** Whether whoever has these has the others too: a word by itself, data by a scope that covers them. */
    boolean cover(Scopes others) {
        return others.texts.stream()
                .allMatch(text -> SmartScope.of(text)
                        .map(asked -> data().stream().anyMatch(given -> given.covers(asked)))
                        .orElseGet(() -> has(text)));
    }

    /** Whether they speak of one patient, who has to be known. */
    boolean needPatient() {
        return has(LAUNCH_PATIENT) || hasAny(Context.PATIENT);
    }

    /** Whether tokens can be had again without asking the person. */
    boolean canBeRenewed() {
        return has(ONLINE) || has(OFFLINE);
    }
}
