package org.parvis.fhir.content;

/** One JSON name of an element: {@code valueQuantity} is a property of the element {@code value}. */
record Property(String key, Element element, Content content) {

    boolean isCompanion() {
        return content == Content.Companion.INSTANCE;
    }

    /** Whether this is a primitive value or its companion. */
    boolean isPrimitive() {
        return isCompanion() || content instanceof Content.Value;
    }

    /** The name under which the value itself stands: {@code given} for {@code _given}. */
    String valueKey() {
        return isCompanion() ? key.substring(1) : key;
    }

    /** The name of the companion of a value, or of the value of a companion. */
    String twinKey() {
        return isCompanion() ? key.substring(1) : "_" + key;
    }
}
