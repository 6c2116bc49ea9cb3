package org.parvis.fhir.index;

/** One value by which a resource can be found. */
public sealed interface IndexValue
        permits TokenValue, StringValue, DateValue, QuantityValue, ReferenceValue, UriValue, PairValue, PositionValue {}
