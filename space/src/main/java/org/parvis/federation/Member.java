package org.parvis.federation;

/** Somebody on the staff; their RPPS number makes them the same person in every establishment. */
record Member(String subject, String family, String given, NationalNumber number) {

    String name() {
        return "%s %s".formatted(given, family).strip();
    }

    /**
     * One whom an establishment knows.
     *
     * @param issuer of the establishment's own identifiers
     * @param rpps their number there, or anything else when they have none
     */
    static Member of(String issuer, String subject, String family, String given, String rpps) {
        var number = Rpps.of(rpps)
                .map(known -> new NationalNumber(NationalNumber.RPPS, known.value()))
                .orElseGet(() -> new NationalNumber(issuer, subject));
        return new Member(subject, family, given, number);
    }
}
