package org.parvis.fhir.search;

/**
 * Bounds of a search, all settings.
 *
 * @param defaultCount matches on a page when `_count` is absent
 * @param mostCount most matches on a page
 * @param mostIncluded most resources added to a page by includes
 * @param chainDepth most references in a chain, `_has` counted
 * @param mostAlternatives most comma-separated values of one parameter
 */
public record SearchLimits(int defaultCount, int mostCount, int mostIncluded, int chainDepth, int mostAlternatives) {

    public static final SearchLimits DEFAULTS = new SearchLimits(20, 1000, 1000, 3, 1000);
}
