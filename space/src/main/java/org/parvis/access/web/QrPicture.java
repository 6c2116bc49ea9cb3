package org.parvis.access.web;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A square that a phone's camera reads (ISO/IEC 18004), as the path of an SVG.
 *
 * @param size its side with the quiet zone, in modules
 * @param path one unit square per dark module
 */
public record QrPicture(int size, String path) {

    private static final int QUIET_ZONE = 4;

    static QrPicture of(String text) {
        try {
            var modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            return new QrPicture(modules.getWidth() + 2 * QUIET_ZONE, path(modules));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }

    private static String path(ByteMatrix modules) {
        var path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y) == 1) {
                    path.append('M').append(x + QUIET_ZONE).append(' ').append(y + QUIET_ZONE);
                    path.append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }
}
