package org.parvis.fhir.store;

import java.util.List;
import java.util.stream.Stream;
import org.parvis.fhir.index.SearchParam;
import org.parvis.fhir.index.StoredParam;

/**
 * A search parameter that a SearchParameter resource defines on one type. Its index rows stand under a code of their
 * own, so that those of an earlier definition with the same name are never taken for them.
 *
 * @param id number of this definition, never given again
 * @param source logical id of the SearchParameter
 * @param param as defined
 * @param complete whether every stored resource has its rows, so that searches may use it
 */
record PostedParam(int id, String source, SearchParam param, boolean complete) {

    /** A posted code cannot contain it. */
    private static final String NUMBERED = "@";

    /** The code under which its rows stand. */
    static String rowCode(String code, int id) {
        return code + NUMBERED + id;
    }

    /** The words of the dictionary under which rows of this definition may stand. */
    static List<String> words(String type, String code, int id) {
        return Stream.of("", StoreParams.IDENTIFIER, SearchParam.OF_TYPE)
                .map(suffix -> type + "." + rowCode(code, id) + suffix)
                .toList();
    }

    /** As resources are indexed by it. */
    SearchParam indexed() {
        return with(rowCode(param.code(), id));
    }

    /** As searches name it. */
    SearchParam searched() {
        return with(param.code());
    }

    private SearchParam with(String code) {
        return new SearchParam(
                param.resourceType(),
                code,
                param.kind(),
                param.url(),
                param.expression(),
                param.targets(),
                param.components(),
                List.of(StoredParam.whole(rowCode(param.code(), id))));
    }
}
