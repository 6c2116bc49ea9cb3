package org.parvis.fhir.store;

/**
 * One index row of a resource, without its place. Two versions of a resource are compared by the sets of their rows, so
 * that an update touches only what changed.
 */
sealed interface Row {

    /** First of its code in the resource: a search by code alone then meets each resource once. */
    int FIRST = 1;

    /** Smallest value of its parameter in the resource: the one an ascending sort goes by. */
    int LEAST = 2;

    /** Largest value of its parameter in the resource: the one a descending sort goes by. */
    int GREATEST = 4;

    /** The search parameter; 0 for a row that finds nothing. */
    default int param() {
        return 0;
    }

    record Token(int param, int system, int text, int flags, String code) implements Row {}

    record Reference(int param, int type, long target) implements Row {}

    record Date(int param, long low, long high, int flags) implements Row {}

    record Text(int param, String folded, String exact, int flags) implements Row {}

    record Quantity(int param, Amount amount, int flags) implements Row {}

    record Pair(int param, int system, String code, int system2, String code2, Amount amount) implements Row {}

    record Position(int param, double latitude, double longitude) implements Row {}

    /** Opens data of the patient `subject` to `holder`; 0 stands for any type, and for all resources. */
    record Relation(long subject, long holder, int basis, int type, long only, long begins, long ends) implements Row {}

    /** A rule of the patient `subject`; 0 stands for any. */
    record Will(
            long subject,
            int depth,
            boolean denies,
            long actor,
            int purpose,
            int type,
            int label,
            long only,
            long begins,
            long ends)
            implements Row {}

    /**
     * A range of amounts as kept: in its own unit and in the canonical one.
     *
     * @param unit word of the unit as sent, 0 for a bare number
     * @param canonical word of the canonical UCUM unit, 0 when there is none
     */
    record Amount(double low, double high, int unit, double canonicalLow, double canonicalHigh, int canonical) {

        static final Amount NONE = bare(0, 0);

        static Amount bare(double low, double high) {
            return new Amount(low, high, 0, low, high, 0);
        }
    }
}
