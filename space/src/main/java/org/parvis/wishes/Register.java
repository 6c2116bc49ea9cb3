package org.parvis.wishes;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All wishes of one person, the latest first, with those that hold no longer. */
public record Register(List<TrustedPerson> people, List<Directives> directives, List<OrganWord> organWords) {

    public Register {
        people = List.copyOf(people);
        directives = List.copyOf(directives);
        organWords = List.copyOf(organWords);
    }

    /** Whom they trust now. */
    public Optional<TrustedPerson> trusted() {
        return people.stream().filter(person -> person.noted().stands()).findFirst();
    }

    /** The directives that hold. */
    public Optional<Directives> valid() {
        return directives.stream().filter(one -> one.noted().stands()).findFirst();
    }

    /** Their word about organ donation, if it holds. */
    public Optional<OrganWord> spoken() {
        return organWords.stream().filter(word -> word.noted().stands()).findFirst();
    }

    /** Whether some wishes hold no longer. */
    public boolean hasPast() {
        return Arrays.stream(Kind.values()).flatMap(this::noted).anyMatch(noted -> !noted.stands());
    }

    /** All wishes of one kind. */
    Stream<Noted> noted(Kind kind) {
        return switch (kind) {
            case PERSON -> people.stream().map(TrustedPerson::noted);
            case DIRECTIVES -> directives.stream().map(Directives::noted);
            case ORGANS -> organWords.stream().map(OrganWord::noted);
        };
    }
}
