package org.parvis.federation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parvis.access.ProvenIdentity;
import org.parvis.access.Road;
import org.parvis.access.Visitor;

/** Takes staff from their establishment's provider: their groups there say what they are here. */
record EstablishmentDirectory(Directory directory, ToldStaff staff) implements Voucher {

    @Override
    public Provider provider() {
        return directory.provider();
    }

    @Override
    public Verdict identify(Arrival.Vouched vouched) {
        var claims = vouched.claims();
        var member = member(claims);
        var families = directory.familiesOf(groups(claims.path(directory.groupsClaim())));
        // Whoever has left all groups loses what they gave before they are turned away.
        staff.keep(member, families);
        if (families.isEmpty()) {
            return new Verdict.Unknown(NotProven.WITHOUT_ROLE);
        }
        return new Verdict.Known(new ProvenIdentity(
                Road.DIRECTORY,
                directory.issuer(),
                member.subject(),
                member.name(),
                Visitor.Audience.PROFESSIONAL,
                Optional.of(member.number().token()),
                Optional.empty(),
                false,
                List.of("Organization/" + directory.structure())));
    }

    private Member member(JsonNode claims) {
        return Member.of(
                directory.issuer(),
                claims.path("sub").asText(),
                claims.path("family_name").asText(),
                claims.path("given_name").asText(),
                claims.path("rpps").asText());
    }

    private static List<String> groups(JsonNode claim) {
        if (claim.isTextual()) {
            return List.of(claim.asText());
        }
        List<String> groups = new ArrayList<>();
        claim.forEach(group -> groups.add(group.asText()));
        return groups;
    }
}
