package org.parvis.fhir.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Whether two JSON values are equal as RFC 6902 section 4.6 means it: numbers by value, objects in any order. */
final class JsonEquality {

    private JsonEquality() {}

    static boolean areEqual(JsonNode one, JsonNode other) {
        if (one.getNodeType() != other.getNodeType() || one.size() != other.size()) {
            return false;
        }
        return switch (one.getNodeType()) {
            case OBJECT -> haveEqualMembers(one, other);
            case ARRAY -> haveEqualItems(one, other);
            case NUMBER -> one.decimalValue().compareTo(other.decimalValue()) == 0;
            default -> one.equals(other);
        };
    }

    private static boolean haveEqualMembers(JsonNode one, JsonNode other) {
        for (Map.Entry<String, JsonNode> member : one.properties()) {
            JsonNode twin = other.get(member.getKey());
            if (twin == null || !areEqual(member.getValue(), twin)) {
                return false;
            }
        }
        return true;
    }

    private static boolean haveEqualItems(JsonNode one, JsonNode other) {
        for (int at = 0; at < one.size(); at++) {
            if (!areEqual(one.get(at), other.get(at))) {
                return false;
            }
        }
        return true;
    }
}
