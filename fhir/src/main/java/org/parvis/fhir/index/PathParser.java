package org.parvis.fhir.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the part of FHIRPath in which nearly all search parameters are written (FHIRPath N1, section 11). */
final class PathParser {

    private static final PathExpr FOCUS = new PathExpr.Focus();

    private final PathTokens tokens;
    private boolean beyond;

    private PathParser(String expression) {
        tokens = new PathTokens(expression);
    }

    /** The expression as a tree; empty when it is not within the compiled part of FHIRPath. */
    static Optional<PathExpr> parse(String expression) {
        var parser = new PathParser(expression);
        var parsed = parser.disjunction();
        return parser.beyond || !parser.tokens.atEnd() ? Optional.empty() : Optional.of(parsed);
    }

    private PathExpr disjunction() {
        var left = conjunction();
        while (tokens.take("or")) {
            left = new PathExpr.Or(left, conjunction());
        }
        return left;
    }

    private PathExpr conjunction() {
        var left = equality();
        while (tokens.take("and")) {
            left = new PathExpr.And(left, equality());
        }
        return left;
    }

    private PathExpr equality() {
        var left = union();
        boolean equal = tokens.take("=");
        if (!equal && !tokens.take("!=")) {
            return left;
        }
        var right = literal();
        return equal ? new PathExpr.Equal(left, right) : new PathExpr.Unequal(left, right);
    }

    /** What a path may be compared with; anything more than a string or boolean is left over, and so given up. */
    private PathExpr.Literal literal() {
        beyond |= !tokens.isLiteral();
        return new PathExpr.Literal(tokens.isString() ? tokens.takeString() : tokens.takeName());
    }

    private PathExpr union() {
        var first = typed();
        if (!tokens.isNext("|")) {
            return first;
        }
        List<PathExpr> alternatives = new ArrayList<>(List.of(first));
        while (tokens.take("|")) {
            alternatives.add(typed());
        }
        return new PathExpr.Union(List.copyOf(alternatives));
    }

    private PathExpr typed() {
        var path = steps(term());
        while (tokens.take("as")) {
            path = new PathExpr.OfType(path, typeName());
        }
        return path;
    }

    private PathExpr steps(PathExpr start) {
        var path = start;
        while (!beyond) {
            if (tokens.take(".")) {
                path = step(path);
            } else if (tokens.take("[")) {
                path = new PathExpr.At(path, tokens.takeNumber());
                expect("]");
            } else {
                return path;
            }
        }
        return path;
    }

    private PathExpr term() {
        if (tokens.take("(")) {
            var inner = disjunction();
            expect(")");
            return inner;
        }
        if (tokens.take("$this")) {
            return FOCUS;
        }
        if (tokens.isLiteral()) {
            return giveUp();
        }
        return tokens.isTypeName() ? new PathExpr.Typed(tokens.takeName()) : step(FOCUS);
    }

    private PathExpr step(PathExpr of) {
        if (!tokens.isName()) {
            return giveUp();
        }
        var name = tokens.takeName();
        return tokens.take("(") ? function(of, name) : new PathExpr.Child(of, name);
    }

    private PathExpr function(PathExpr of, String name) {
        var applied = switch (name) {
            case "as", "ofType" -> new PathExpr.OfType(of, typeName());
            case "where" -> where(of);
            case "extension" -> new PathExpr.Extension(of, tokens.takeString());
            case "exists" -> tokens.isNext(")") ? new PathExpr.Exists(of) : new PathExpr.Exists(where(of));
            case "empty" -> new PathExpr.Not(new PathExpr.Exists(of));
            case "not" -> new PathExpr.Not(of);
            case "first" -> new PathExpr.At(of, 0);
            default -> giveUp();
        };
        expect(")");
        return applied;
    }

    private PathExpr where(PathExpr of) {
        return tokens.take("resolve", "(", ")", "is")
                ? new PathExpr.LeadingTo(of, typeName())
                : new PathExpr.Where(of, disjunction());
    }

    private String typeName() {
        beyond |= !tokens.isName();
        return tokens.takeName();
    }

    private void expect(String token) {
        beyond |= !tokens.take(token);
    }

    private PathExpr giveUp() {
        beyond = true;
        return FOCUS;
    }
}
