package org.parvis.directory;

/** A way to reach somebody or something. */
public record Contact(Channel channel, String value) {

    /** What is used to reach them. */
    public enum Channel {
        PHONE,
        FAX,
        MAIL,
        SITE,
        OTHER
    }

    /** Where a browser goes when one follows it; empty when there is no such place. */
    public String address() {
        return switch (channel) {
            case PHONE -> "tel:" + value.replaceAll("[^+0-9]", "");
            case MAIL -> "mailto:" + value;
            case SITE -> value.startsWith("https://") || value.startsWith("http://") ? value : "";
            case FAX, OTHER -> "";
        };
    }
}
