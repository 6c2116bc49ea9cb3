package org.parvis.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** A patient's bundle again under fresh ids: the same life of another person, whom the server has not seen. */
final class Replica {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern FULL_URL = Pattern.compile("\"fullUrl\"\\s*:\\s*\"urn:uuid:(" + ID + ")\"");

    private Replica() {}

    /** The same number gives the same replica. */
    static byte[] of(byte[] bundle, int number) {
        var text = new String(bundle, StandardCharsets.UTF_8);
        var own = ownIds(text);
        Map<String, String> fresh = new HashMap<>();
        var replaced = ID.matcher(text)
                .replaceAll(match -> own.contains(match.group())
                        ? fresh.computeIfAbsent(match.group(), id -> fresh(id, number))
                        : match.group());
        return replaced.getBytes(StandardCharsets.UTF_8);
    }

    private static Set<String> ownIds(String bundle) {
        var own = new HashSet<String>();
        var urls = FULL_URL.matcher(bundle);
        while (urls.find()) {
            own.add(urls.group(1));
        }
        return own;
    }

    private static String fresh(String id, int number) {
        return UUID.nameUUIDFromBytes((number + id).getBytes(StandardCharsets.US_ASCII))
                .toString();
    }
}
