package org.parvis.fhir.index;

import java.time.ZoneId;

/** The reader of each kind of parameter. */
final class ValueReaders {

    private final ValueReader tokens = new TokenReader();
    private final ValueReader strings = new StringReader();
    private final ValueReader quantities = new QuantityReader();
    private final ValueReader references = new ReferenceReader();
    private final ValueReader uris = new UriReader();
    private final ValueReader positions = new PositionReader();
    private final ValueReader identifierTypes = new IdentifierTypeReader();
    private final ValueReader dates;

    ValueReaders(ZoneId zone) {
        dates = new DateReader(zone);
    }

    ValueReader of(ParamKind kind) {
        return switch (kind) {
            case TOKEN -> tokens;
            case STRING -> strings;
            case DATE -> dates;
            case NUMBER, QUANTITY -> quantities;
            case REFERENCE -> references;
            case URI -> uris;
            case SPECIAL -> positions;
            case COMPOSITE -> throw new IllegalArgumentException("A composite has a reader for each half");
        };
    }

    /** Identifiers by their type and value. */
    ValueReader identifierTypes() {
        return identifierTypes;
    }
}
