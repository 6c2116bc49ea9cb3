package org.parvis.fhir.content;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Whether bytes are UTF-8 as Unicode defines it (table 3-7): no overlong form, no surrogate. */
final class Utf8 {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long NOT_ASCII = 0x8080_8080_8080_8080L;

    private Utf8() {}

    /** Index of the first byte that is not part of a character, or -1. */
    static int firstInvalid(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length) {
            if (at + 8 <= bytes.length && ((long) LONGS.get(bytes, at) & NOT_ASCII) == 0) {
                at += 8;
                continue;
            }
            int length = bytes[at] >= 0 ? 1 : lengthOfCharacter(bytes, at);
            if (length == 0) {
                return at;
            }
            at += length;
        }
        return -1;
    }

    private static int lengthOfCharacter(byte[] bytes, int at) {
        int lead = bytes[at] & 0xff;
        if (lead >= 0xc2 && lead <= 0xdf) {
            return follows(bytes, at + 1, 0x80, 0xbf) ? 2 : 0;
        }
        if (lead >= 0xe0 && lead <= 0xef) {
            int low = lead == 0xe0 ? 0xa0 : 0x80;
            int high = lead == 0xed ? 0x9f : 0xbf;
            return follows(bytes, at + 1, low, high) && follows(bytes, at + 2, 0x80, 0xbf) ? 3 : 0;
        }
        if (lead >= 0xf0 && lead <= 0xf4) {
            int low = lead == 0xf0 ? 0x90 : 0x80;
            int high = lead == 0xf4 ? 0x8f : 0xbf;
            boolean whole = follows(bytes, at + 1, low, high)
                    && follows(bytes, at + 2, 0x80, 0xbf)
                    && follows(bytes, at + 3, 0x80, 0xbf);
            return whole ? 4 : 0;
        }
        return 0;
    }

    private static boolean follows(byte[] bytes, int at, int low, int high) {
        if (at >= bytes.length) {
            return false;
        }
        int value = bytes[at] & 0xff;
        return value >= low && value <= high;
    }
}
