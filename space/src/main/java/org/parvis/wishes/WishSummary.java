package org.parvis.wishes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parvis.access.Visitor;
import org.parvis.records.Fact;
import org.parvis.records.SummaryPart;
import org.parvis.web.Pages;
import org.springframework.stereotype.Component;

/** The wishes that hold, on the first page of a record. */
@Component
class WishSummary implements SummaryPart {

    private final Pages pages;
    private final Wishes wishes;

    WishSummary(Pages pages, Wishes wishes) {
        this.pages = pages;
        this.wishes = wishes;
    }

    @Override
    public String words() {
        return "wishes.summary";
    }

    @Override
    public String tab() {
        return WishTab.NAME;
    }

    @Override
    public boolean isFor(Visitor visitor) {
        return WishTab.isReadBy(visitor);
    }

    @Override
    public List<Fact> facts(Visitor visitor, String patient) {
        var register = wishes.of(visitor, patient);
        var facts = new ArrayList<Fact>();
        register.trusted()
                .ifPresent(person -> facts.add(
                        fact(pages.say("wishes.summary.person", person.name()), person.phone(), person.noted())));
        register.valid()
                .ifPresent(directives ->
                        facts.add(fact(pages.say("wishes.summary.directives"), Optional.empty(), directives.noted())));
        register.spoken()
                .ifPresent(word -> facts.add(fact(pages.say("wishes.summary.organs"), Optional.empty(), word.noted())));
        return facts;
    }

    private Fact fact(String words, Optional<String> detail, Noted noted) {
        var source = noted.scribe()
                .map(scribe -> pages.say("wishes.scribe", scribe))
                .orElseGet(() -> pages.say("wishes.own"));
        return new Fact(words, detail, noted.since(), Optional.of(source));
    }
}
