package org.parvis.bench.oracle;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.parvis.bench.query.Query;

/** One search that the two servers answered differently, and in what. */
record Divergence(Query query, Aspect aspect, Set<String> onlyParvis, Set<String> onlyPeer, String detail) {

    /** What the two answers differ in; the worst is reported. */
    enum Aspect {
        PARVIS_REFUSES,
        PEER_REFUSES,
        MATCHES,
        REPEATED,
        ORDER,
        INCLUDED,
        TOTAL
    }

    Divergence {
        onlyParvis = new TreeSet<>(onlyParvis);
        onlyPeer = new TreeSet<>(onlyPeer);
    }

    /** Compares two answers to one search, the most telling difference first. */
    static Optional<Divergence> between(Query query, Answer parvis, Answer peer, Judge orders) {
        return switch (parvis) {
            case Answer.Refused refused
            when peer instanceof Answer.Found found ->
                Optional.of(of(query, Aspect.PARVIS_REFUSES, List.of(), found.matches(), said(refused)));
            case Answer.Refused _ -> Optional.empty();
            case Answer.Found found
            when peer instanceof Answer.Refused refused ->
                Optional.of(of(query, Aspect.PEER_REFUSES, found.matches(), List.of(), said(refused)));
            case Answer.Found found -> between(query, found, (Answer.Found) peer, orders);
        };
    }

    private static Optional<Divergence> between(Query query, Answer.Found parvis, Answer.Found peer, Judge orders) {
        if (!Set.copyOf(parvis.matches()).equals(Set.copyOf(peer.matches()))) {
            return Optional.of(of(query, Aspect.MATCHES, parvis.matches(), peer.matches(), ""));
        }
        if (Set.copyOf(parvis.matches()).size() < parvis.matches().size()) {
            return Optional.of(of(query, Aspect.REPEATED, List.of(), List.of(), "a match stands on two pages"));
        }
        var disorder = orders.disorder(query, parvis.matches());
        if (disorder.isPresent() && orders.disorder(query, peer.matches()).isEmpty()) {
            return Optional.of(of(query, Aspect.ORDER, List.of(), List.of(), disorder.get()));
        }
        if (!parvis.included().equals(peer.included())) {
            return Optional.of(of(query, Aspect.INCLUDED, parvis.included(), peer.included(), ""));
        }
        if (query.asksForTotal() && !parvis.total().equals(peer.total())) {
            return Optional.of(of(query, Aspect.TOTAL, List.of(), List.of(), parvis.total() + " / " + peer.total()));
        }
        return Optional.empty();
    }

    private static Divergence of(
            Query query, Aspect aspect, Collection<String> parvis, Collection<String> peer, String detail) {
        var onlyParvis = new TreeSet<>(parvis);
        onlyParvis.removeAll(peer);
        var onlyPeer = new TreeSet<>(peer);
        onlyPeer.removeAll(parvis);
        return new Divergence(query, aspect, onlyParvis, onlyPeer, detail);
    }

    private static String said(Answer.Refused refused) {
        return refused.status() + ": " + refused.reason();
    }
}
