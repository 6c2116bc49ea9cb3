package org.parvis.fhir.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Permit;

class AuthorTest {

    private static Author kept(Author author) {
        return Author.read(author.base(), author.callerJson());
    }

    @Test
    void isReadBackWithEveryLimit() {
        var permit =
                new Permit(Optional.of(Set.of("p1", "p2")), Optional.of(Set.of("ward")), Optional.of(Set.of("s|R")));
        var author = new Author("http://parvis.test/fhir", new Caller("nurse", Optional.of("ward"), permit));

        assertThat(kept(author)).isEqualTo(author);
    }

    @Test
    void isReadBackWithoutLimit() {
        var author = new Author("http://parvis.test/fhir", Caller.system());

        assertThat(kept(author)).isEqualTo(author);
    }

    @Test
    void seesNobodyWhenPermittedNobody() {
        var author = new Author("", new Caller("guest", Optional.empty(), Permit.patients(Set.of())));

        assertThat(kept(author).permit()).isEqualTo(Permit.patients(Set.of()));
    }
}
