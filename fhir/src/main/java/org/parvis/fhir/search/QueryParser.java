package org.parvis.fhir.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.parvis.fhir.index.ParamKind;
import org.parvis.fhir.index.SearchParam;
import org.parvis.fhir.index.SearchParams;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.search.Query.Include;
import org.parvis.fhir.search.Query.Parameter;
import org.parvis.fhir.search.Query.Sort;
import org.parvis.fhir.search.Query.SortKey;
import org.parvis.fhir.search.Query.Summary;
import org.parvis.fhir.search.Query.Total;

/** Reads the parameters of one search into a query; refuses what it does not know, unless leniency is asked for. */
final class QueryParser {

    private static final Set<String> OF_THE_REQUEST = Set.of("_format", "_pretty");

    private final SearchParams params;
    private final SearchLimits limits;
    private final String type;
    private final boolean lenient;
    private final ClauseParser clauseParser;

    private final List<Clause> clauses = new ArrayList<>();
    private final List<Sort> sorts = new ArrayList<>();
    private final List<Include> includes = new ArrayList<>();
    private final Set<String> elements = new HashSet<>();
    private final List<Parameter> understood = new ArrayList<>();
    private final List<Parameter> ignored = new ArrayList<>();
    private int count;
    private Total total = Total.NONE;
    private Summary summary = Summary.FALSE;
    private Optional<String> page = Optional.empty();

    QueryParser(SearchParams params, Unfinished unfinished, SearchLimits limits, String type, boolean lenient) {
        this.params = params;
        this.limits = limits;
        this.type = type;
        this.lenient = lenient;
        this.clauseParser = new ClauseParser(params, unfinished, limits);
        this.count = limits.defaultCount();
    }

    Query parse(List<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            if (parameter.value().isEmpty() || OF_THE_REQUEST.contains(parameter.name())) {
                continue;
            }
            try {
                read(parameter);
                understood.add(parameter);
            } catch (Refusal refusal) {
                if (!lenient || !isUnknownParameter(refusal)) {
                    throw refusal;
                }
                ignored.add(parameter);
            }
        }
        return new Query(type, clauses, sorts, includes, count, total, summary, elements, page, understood, ignored);
    }

    void add(Clause clause) {
        clauses.add(clause);
    }

    private static boolean isUnknownParameter(Refusal refusal) {
        return refusal.issues().stream().allMatch(issue -> issue.code() == IssueCode.NOT_SUPPORTED);
    }

    private void read(Parameter parameter) {
        String value = parameter.value();
        switch (parameter.name()) {
            case "_count" -> count = count(value, limits);
            case "_page" -> page = Optional.of(value);
            case "_sort" -> readSorts(value);
            case "_total" -> total = choice(Total.class, "_total", value);
            case "_summary" -> summary = choice(Summary.class, "_summary", value);
            case "_elements" -> elements.addAll(List.of(value.split(",", -1)));
            case "_filter", "_query", "_text", "_content", "_list", "_score" ->
                throw Refusal.notSupported("The parameter '%s' is not supported.".formatted(parameter.name()));
            default -> readOther(parameter);
        }
    }

    private void readOther(Parameter parameter) {
        String name = parameter.name();
        if (name.equals("_include") || name.startsWith("_include:")) {
            includes.addAll(include(name, parameter.value(), false));
        } else if (name.equals("_revinclude") || name.startsWith("_revinclude:")) {
            includes.addAll(include(name, parameter.value(), true));
        } else {
            clauses.add(clauseParser.parse(type, name, parameter.value()));
        }
    }

    /** Reads `_count`, within the limits. */
    static int count(String value, SearchLimits limits) {
        try {
            int asked = Integer.parseInt(value);
            if (asked >= 0) {
                return Math.min(asked, limits.mostCount());
            }
        } catch (NumberFormatException e) {
            // Said below, like a negative number.
        }
        throw Refusal.invalid("_count is '%s'; it must be a whole number from 0.".formatted(value), null);
    }

    private static <E extends Enum<E>> E choice(Class<E> choices, String name, String value) {
        for (E choice : choices.getEnumConstants()) {
            if (choice.name().toLowerCase(Locale.ROOT).equals(value)) {
                return choice;
            }
        }
        throw Refusal.invalid("%s cannot be '%s'.".formatted(name, value), null);
    }

    private void readSorts(String value) {
        for (String written : value.split(",", -1)) {
            boolean descending = written.startsWith("-");
            String code = descending ? written.substring(1) : written;
            sorts.add(new Sort(sortKey(code), descending));
        }
    }

    private SortKey sortKey(String code) {
        return switch (code) {
            case "_id" -> new SortKey.Id();
            case "_lastUpdated" -> new SortKey.Updated();
            default -> {
                SearchParam param = clauseParser.find(type, code);
                if (param.kind() == ParamKind.COMPOSITE || param.kind() == ParamKind.SPECIAL) {
                    throw Refusal.notSupported("'%s' has no order to sort by.".formatted(code));
                }
                yield new SortKey.Param(param);
            }
        };
    }

    private List<Include> include(String name, String value, boolean reverse) {
        String modifier = name.substring(name.indexOf(':') + 1);
        boolean iterate = modifier.equals("iterate") || modifier.equals("recurse");
        if (name.contains(":") && !iterate) {
            throw Refusal.notSupported("'%s' is not supported; %s takes :iterate.".formatted(name, name));
        }
        String[] parts = value.split(":", -1);
        if (value.equals("*") && !reverse) {
            return List.of(new Include(references(type), Optional.empty(), false, iterate));
        }
        if (parts.length < 2 || parts.length > 3 || !params.types().contains(parts[0])) {
            throw Refusal.invalid(
                    "'%s=%s' must be Type:parameter or Type:parameter:Type.".formatted(name, value), null);
        }
        Optional<String> target = parts.length == 3 ? Optional.of(parts[2]) : Optional.empty();
        return List.of(new Include(includeParams(parts[0], parts[1]), target, reverse, iterate));
    }

    private List<SearchParam> includeParams(String source, String code) {
        if (code.equals("*")) {
            return references(source);
        }
        SearchParam param = clauseParser.find(source, code);
        if (param.kind() != ParamKind.REFERENCE) {
            throw Refusal.invalid("'%s' of %s is no reference that could be followed.".formatted(code, source), null);
        }
        return List.of(param);
    }

    private List<SearchParam> references(String source) {
        return params.of(source).stream()
                .filter(param -> param.kind() == ParamKind.REFERENCE)
                .toList();
    }
}
