package org.parvis.fhir.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {

    @Test
    void agreesWithTheDecoderOfTheJdkOnRandomBytes() {
        var random = new Random(20260101);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = nearlyUtf8(random);

            assertThat(Utf8.firstInvalid(bytes, 0) < 0)
                    .as("%s", ByteBuffer.wrap(bytes))
                    .isEqualTo(isUtf8(bytes));
        }
    }

    @Test
    void namesTheFirstByteOfTheBrokenCharacter() {
        byte[] overlongSlash = {'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', (byte) 0xc0, (byte) 0xaf};

        assertThat(Utf8.firstInvalid(overlongSlash, 0)).isEqualTo(9);
    }

    private static byte[] nearlyUtf8(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.appendCodePoint(random.nextInt(random.nextBoolean() ? 0x80 : 0xd800));
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextBoolean()) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException broken) {
            return false;
        }
    }
}
