package org.parvis.access;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionsAuthenticatorOutputs;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parvis.access.PostgresPasskeys.Kept;
import org.springframework.stereotype.Component;

/**
 * The road of those whose device keeps a key for them (WebAuthn level 2): the device asks for their finger, face or code, so that
 * one gesture is two proofs, and answers no other site.
 */
@Component
public class Passkeys {

    private static final boolean USER_VERIFIED = true;

    private static final List<PublicKeyCredentialParameters> KINDS = Stream.of(
                    COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.RS256)
            .map(kind -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, kind))
            .toList();

    private final ObjectConverter json = new ObjectConverter();
    private final WebAuthnManager webAuthn = WebAuthnManager.createNonStrictWebAuthnManager(json);
    private final AttestedCredentialDataConverter data = new AttestedCredentialDataConverter(json);
    private final PostgresPasskeys passkeys;
    private final PostgresAccounts accounts;
    private final Challenges challenges;
    private final ServerAddress address;
    private final InstantSource clock;

    Passkeys(
            PostgresPasskeys passkeys,
            PostgresAccounts accounts,
            Challenges challenges,
            ServerAddress address,
            InstantSource clock) {
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.challenges = challenges;
        this.address = address;
        this.clock = clock;
    }

    /** What a device has to sign, in base64url; it serves once, for ten minutes. */
    public String challenge() {
        return text(challenges.ask());
    }

    /** The name for which keys are made: the host under which people reach this server. */
    public String site() {
        return URI.create(address.told()).getHost();
    }

    public List<Passkey> of(Account account) {
        return passkeys.of(account.id());
    }

    /** Keeps the key that a device has made for somebody; false when its answer is not as it should be. */
    public boolean add(Account account, String name, String answer) {
        try {
            var made = read(() -> webAuthn.parseRegistrationResponseJSON(answer));
            var challenge = told(made.getCollectedClientData()).getChallenge().getValue();
            if (!challenges.use(challenge)) {
                return false;
            }
            webAuthn.verify(made, new RegistrationParameters(server(challenge), KINDS, USER_VERIFIED));
            passkeys.add(kept(account, made), name, clock.instant());
            return true;
        } catch (WebAuthnException refused) {
            return false;
        }
    }

    public void remove(Account account, String id) {
        passkeys.remove(account.id(), id);
    }

    /** Whose key gave this answer; empty when it is none of ours, or its answer is not as it should be. */
    Optional<Account> holder(String answer) {
        try {
            var given = read(() -> webAuthn.parseAuthenticationResponseJSON(answer));
            var kept = passkeys.find(credential(given));
            var challenge = told(given.getCollectedClientData()).getChallenge().getValue();
            if (kept.isEmpty() || !challenges.use(challenge)) {
                return Optional.empty();
            }
            verify(given, kept.get(), challenge);
            return accounts.find(kept.get().account());
        } catch (WebAuthnException refused) {
            return Optional.empty();
        }
    }

    private void verify(AuthenticationData given, Kept kept, byte[] challenge) {
        var record = new CredentialRecordImpl(
                new NoneAttestationStatement(),
                USER_VERIFIED,
                kept.backupEligible(),
                kept.backedUp(),
                kept.counter(),
                data.convert(Base64.getUrlDecoder().decode(kept.data())),
                new AuthenticationExtensionsAuthenticatorOutputs<>(),
                null,
                null,
                null);
        webAuthn.verify(given, new AuthenticationParameters(server(challenge), record, null, USER_VERIFIED));
        var state = told(given.getAuthenticatorData());
        passkeys.used(kept.id(), state.getSignCount(), state.isFlagBS(), clock.instant());
    }

    private Kept kept(Account account, RegistrationData made) {
        var state = told(made.getAttestationObject()).getAuthenticatorData();
        var key = told(state.getAttestedCredentialData());
        return new Kept(
                account.id(),
                text(key.getCredentialId()),
                text(data.convert(key)),
                state.getSignCount(),
                state.isFlagBE(),
                state.isFlagBS());
    }

    private ServerProperty server(byte[] challenge) {
        var origin = new com.webauthn4j.data.client.Origin(address.told());
        return new ServerProperty(Set.of(origin), site(), new DefaultChallenge(challenge));
    }

    // The library reads on where an answer lacks a part.
    private static <T> T read(Supplier<T> answer) {
        try {
            return answer.get();
        } catch (NullPointerException missing) {
            throw new DataConversionException("A part of the device's answer is missing", missing);
        }
    }

    /** A part that an answer must have: what comes from a browser may lack any. */
    private static <T> T told(@Nullable T part) {
        if (part == null) {
            throw new DataConversionException("A part of the device's answer is missing");
        }
        return part;
    }

    // The library annotates the bytes where it means their array.
    @SuppressWarnings("NullAway")
    private static String credential(AuthenticationData given) {
        return text(told(given.getCredentialId()));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
