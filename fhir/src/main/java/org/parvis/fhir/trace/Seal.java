package org.parvis.fhir.trace;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;

/**
 * What holds a stretch of the trace fast: a digest of each entry, and a hash of them all that continues the seal before.
 *
 * @param number seals are counted without a gap
 * @param day on which it was made, in UTC
 * @param epoch life of the database cluster in which the entries were written
 * @param until transactions from this one on are not sealed
 * @param digests 32 bytes for each entry, in the order of the ids
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by their content where they are compared.
record Seal(long number, LocalDate day, int epoch, long until, List<TraceId> ids, byte[] digests, byte[] hash) {

    static final int DIGEST_BYTES = 32;

    /** The end of a trace that nobody has sealed yet. */
    static final Seal NONE = new Seal(0, LocalDate.EPOCH, 0, 0, List.of(), new byte[0], new byte[DIGEST_BYTES]);

    Seal {
        ids = List.copyOf(ids);
    }

    /** The seal after this one. */
    Seal next(LocalDate today, int life, long end, List<TraceId> sealed, byte[] proofs) {
        return new Seal(number + 1, today, life, end, sealed, proofs, hash(hash, number + 1, today, sealed, proofs));
    }

    /** Whether this seal is what was made after the one before. */
    boolean continues(Seal before) {
        return number == before.number + 1 && MessageDigest.isEqual(hash, hash(before.hash, number, day, ids, digests));
    }

    byte[] digest(int index) {
        var one = new byte[DIGEST_BYTES];
        System.arraycopy(digests, index * DIGEST_BYTES, one, 0, DIGEST_BYTES);
        return one;
    }

    String hex() {
        return HexFormat.of().formatHex(hash);
    }

    static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static byte[] hash(byte[] before, long number, LocalDate day, List<TraceId> ids, byte[] digests) {
        var places = ByteBuffer.allocate((2 + 2 * ids.size()) * Long.BYTES)
                .putLong(number)
                .putLong(day.toEpochDay());
        ids.forEach(id -> places.putLong(id.moment()).putLong(id.number()));
        return sha256(before, places.array(), digests);
    }
}
