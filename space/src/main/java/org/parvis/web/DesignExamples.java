package org.parvis.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.parvis.web.PatientBanner.Identity;
import org.parvis.web.PatientBanner.Reason;
import org.parvis.web.PatientBanner.Sex;
import org.parvis.web.PatientBanner.Warning;

/** What the page of fragments shows in each: made up, and only there. */
public record DesignExamples(ListAddress list, Instant now) {

    private static final List<Offer> OFFERS = List.of(
            new Offer("SSR Les Tilleuls", "Rezé", 12, new Point(47.191, -1.569)),
            new Offer("Clinique du Parc", "Nantes", 7, new Point(47.234, -1.521)),
            new Offer("Hôpital de la Baie", "Saint-Nazaire", 0, new Point(47.273, -2.213)));

    /** A line of the example list. */
    public record Offer(String name, String town, int beds, Point at) {}

    public List<Instant> deadlines() {
        return List.of(
                now.plus(Duration.ofHours(50)),
                now.plus(Duration.ofHours(5)),
                now.plus(Duration.ofMinutes(42)),
                now.minus(Duration.ofHours(3)));
    }

    public When declared() {
        return When.at(now.minus(Duration.ofMinutes(40)));
    }

    public Trend glucose() {
        double[] values = {8.4, 7.9, 8.1, 7.2, 6.8, 7.0, 6.6};
        var measures = new ArrayList<Trend.Measure>();
        for (int i = 0; i < values.length; i++) {
            measures.add(new Trend.Measure(new When(today().minusMonths(3L * (values.length - i))), values[i]));
        }
        return new Trend(measures, "%");
    }

    public Bars beds(Frame frame) {
        return new Bars(
                frame.say("design.bars.caption"),
                frame.say("design.list.name"),
                frame.say("design.list.beds"),
                OFFERS.stream()
                        .map(offer -> new Bars.Bar(offer.name(), offer.beds()))
                        .toList());
    }

    public Sites sites(Frame frame) {
        return new Sites(
                offers().stream()
                        .map(offer -> new Site(offer.name(), offer.town(), Optional.of("#map"), offer.at()))
                        .toList(),
                Optional.of(new Sites.Origin(frame.say("design.map.from"), new Point(47.218, -1.553))));
    }

    /** The example list, filtered and ordered as its address asks. */
    public List<Offer> offers() {
        return OFFERS.stream()
                .filter(offer -> offer.town()
                        .toLowerCase(Locale.FRANCE)
                        .contains(list.value("lieu").toLowerCase(Locale.FRANCE)))
                .filter(offer -> list.value("etat").isEmpty() || offer.beds() > 0)
                .sorted(order())
                .toList();
    }

    private Comparator<Offer> order() {
        return switch (list.value("tri")) {
            case "-nom" -> Comparator.comparing(Offer::name).reversed();
            case "lieu" -> Comparator.comparing(Offer::town);
            case "-lieu" -> Comparator.comparing(Offer::town).reversed();
            case "lits" -> Comparator.comparingInt(Offer::beds);
            case "-lits" -> Comparator.comparingInt(Offer::beds).reversed();
            default -> Comparator.comparing(Offer::name);
        };
    }

    public Map<String, String> states(Frame frame) {
        return options(Map.entry("", frame.say("design.list.any")), Map.entry("libre", frame.say("design.list.free")));
    }

    public Map<String, String> delays(Frame frame) {
        return options(
                Map.entry("jour", frame.say("design.form.day")), Map.entry("semaine", frame.say("design.form.week")));
    }

    public FormErrors errors(Frame frame) {
        return new FormErrors(options(
                Map.entry("motif", frame.say("design.form.reason.missing")),
                Map.entry("courriel", frame.say("design.form.mail.wrong"))));
    }

    public List<Place> places(Frame frame) {
        return List.of(
                new Place("#tabs", frame.say("design.tabs.summary"), true),
                new Place("#tabs", frame.say("design.tabs.documents"), OptionalLong.of(24), false),
                new Place("#tabs", frame.say("design.tabs.accesses"), false));
    }

    public List<Happening> happenings(Frame frame) {
        return List.of(
                new Happening(
                        When.at(now.minus(Duration.ofDays(2))),
                        frame.say("design.timeline.visit"),
                        frame.say("design.timeline.visit.title"),
                        Optional.of(frame.say("design.timeline.visit.detail")),
                        "Clinique du Parc",
                        Optional.of("#timeline")),
                new Happening(
                        new When(today().minusMonths(2)),
                        frame.say("design.timeline.result"),
                        frame.say("design.timeline.result.title"),
                        Optional.empty(),
                        frame.say("design.timeline.result.source"),
                        Optional.empty()));
    }

    public List<Message> messages(Frame frame) {
        return List.of(
                new Message(
                        "Dr Aline Exemple",
                        frame.say("design.thread.doctor"),
                        now.minus(Duration.ofHours(5)),
                        frame.say("design.thread.question"),
                        false),
                new Message(
                        "",
                        frame.say("design.thread.nurse"),
                        now.minus(Duration.ofMinutes(12)),
                        frame.say("design.thread.answer"),
                        true));
    }

    public List<Reader> readers(Frame frame) {
        return List.of(
                new Reader("Dr Aline Exemple", frame.say("design.readers.doctor"), Optional.empty()),
                new Reader(
                        "Clinique du Parc",
                        frame.say("design.readers.stay"),
                        Optional.of(new When(today().plusDays(9)))));
    }

    public List<PatientBanner> patients(Frame frame) {
        return List.of(
                new PatientBanner(
                        "#patient",
                        "Exemple",
                        "Jeanne Marie Cécile",
                        Optional.of("Modèle Jeanne"),
                        Optional.of(new Birth(new When(LocalDate.of(1961, 3, 12)), Optional.empty())),
                        Sex.FEMALE,
                        Identity.QUALIFIED,
                        Optional.of("2 61 03 44 109 001 23"),
                        List.of(new Warning(Warning.Kind.ALLERGY, frame.say("design.patient.allergy"))),
                        Optional.of(new Reason(frame.say("design.readers.doctor"), Optional.empty()))),
                new PatientBanner(
                        "#patient",
                        "Exemple",
                        "Noé",
                        Optional.empty(),
                        Optional.of(new Birth(new When(today().minusDays(17)), Optional.empty())),
                        Sex.MALE,
                        Identity.PROVISIONAL,
                        Optional.empty(),
                        List.of(new Warning(Warning.Kind.HOMONYM, "")),
                        Optional.empty()));
    }

    private LocalDate today() {
        return When.at(now).day();
    }

    @SafeVarargs
    private static Map<String, String> options(Map.Entry<String, String>... entries) {
        var inOrder = new LinkedHashMap<String, String>();
        for (var entry : entries) {
            inOrder.put(entry.getKey(), entry.getValue());
        }
        return inOrder;
    }
}
