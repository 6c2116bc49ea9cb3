package org.parvis.access;

/** What an application on a telephone does with the key that a page shows. */
final class Application {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int LETTER_BITS = 5;

    private Application() {}

    static CodeKey of(String shown) {
        var bits = new StringBuilder();
        for (char letter : shown.replace(" ", "").toCharArray()) {
            int value = BASE32.indexOf(letter);
            for (int bit = LETTER_BITS - 1; bit >= 0; bit--) {
                bits.append((value >> bit) & 1);
            }
        }
        var key = new byte[bits.length() / Byte.SIZE];
        for (int at = 0; at < key.length; at++) {
            key[at] = (byte) Integer.parseInt(bits.substring(at * Byte.SIZE, (at + 1) * Byte.SIZE), 2);
        }
        return new CodeKey(key);
    }
}
