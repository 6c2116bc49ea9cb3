package org.parvis.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What has to be put right in a form before it can be sent: a sentence for each field, in the order of the form. */
public record FormErrors(Map<String, String> byField) {

    public static final FormErrors NONE = new FormErrors(Map.of());

    public FormErrors {
        byField = Collections.unmodifiableMap(new LinkedHashMap<>(byField));
    }

    public Optional<String> of(String field) {
        return Optional.ofNullable(byField.get(field));
    }

    public boolean isEmpty() {
        return byField.isEmpty();
    }
}
