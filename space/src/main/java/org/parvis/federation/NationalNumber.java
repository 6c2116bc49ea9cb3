package org.parvis.federation;

/** What a person or structure is known by in a register of the country: whose register, and which number. */
public record NationalNumber(String system, String value) {

    static final String PROFESSIONAL = "urn:oid:1.2.250.1.71.4.2.1";
    static final String RPPS = "https://rpps.esante.gouv.fr";
    static final String STRUCTURE = "urn:oid:1.2.250.1.71.4.2.2";
    static final String FINESS = "https://finess.esante.gouv.fr";
    static final String SIRENE = "https://sirene.fr";

    /** As FHIR searches write it: {@code system|value}. */
    public String token() {
        return system + "|" + value;
    }
}
