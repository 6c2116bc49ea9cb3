package org.parvis.access;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.parvis.Parvis;
import org.parvis.call.CallingSoftware;
import org.parvis.certificates.TestAuthority;
import org.parvis.database.TestFolder;
import org.parvis.federation.Simulations;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A server that asks everybody who they are, as it is shipped; started once for all tests of a run, stopped with it. */
public final class GuardedServer {

    public static final String PASSWORD = "une phrase que je retiens";

    private static final GreenMail MAIL = mailServer();

    private static final ConfigurableApplicationContext SERVER = start();

    /** The link that its first start printed. */
    static final String FIRST_LINK = "/invitation/"
            + part(Enrolment.class).inviteFirstOperator().orElseThrow().text();

    private GuardedServer() {}

    private static GreenMail mailServer() {
        var server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        server.start();
        SpringApplication.getShutdownHandlers().add(server::stop);
        return server;
    }

    /** The text of the last letter to this address, within ten seconds. */
    static String letterTo(String mail) {
        var deadline = Instant.now().plusSeconds(10);
        while (Instant.now().isBefore(deadline)) {
            var letters = MAIL.getReceivedMessagesForDomain(mail);
            if (letters.length > 0) {
                return text(letters[letters.length - 1]);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError("No letter to " + mail);
    }

    static int lettersTo(String mail) {
        return MAIL.getReceivedMessagesForDomain(mail).length;
    }

    private static String text(MimeMessage letter) {
        try {
            return String.valueOf(letter.getContent());
        } catch (IOException | MessagingException failure) {
            throw new AssertionError(failure);
        }
    }

    private static ConfigurableApplicationContext start() {
        var folder = TestFolder.fresh();
        SpringApplication.getShutdownHandlers().add(folder::delete);
        var settings = new ArrayList<>(List.of(
                "--server.port=0",
                "--parvis.database.folder=" + folder.path(),
                "--parvis.database.connections=6",
                "--parvis.access.folder=" + folder.path().resolve("access"),
                "--parvis.fhir.journal=" + folder.path().resolve("trace"),
                "--parvis.mail.host=localhost",
                "--parvis.mail.port=" + MAIL.getSmtp().getPort(),
                "--parvis.mail.start-tls=false",
                "--parvis.fhir.exports.folder=" + folder.path().resolve("exports")));
        settings.addAll(Simulations.settings());
        settings.addAll(TestAuthority.settings());
        settings.addAll(CallingSoftware.settings(folder.path().resolve("calls")));
        return Parvis.start(settings.toArray(String[]::new));
    }

    /** A part of this server. */
    public static <T> T part(Class<T> type) {
        return SERVER.getBean(type);
    }

    public static URI at(String path) {
        return URI.create(
                "http://localhost:" + SERVER.getEnvironment().getRequiredProperty("local.server.port") + path);
    }

    /** Somebody with an account, who knows {@link #PASSWORD} and has an application that makes codes. */
    public record Member(Account account, CodeKey codes) {

        /** Who has accepted the charter too. */
        public static Member of(Visitor.Audience audience) {
            return of(audience, Optional.empty());
        }

        public static Member of(Visitor.Audience audience, Optional<String> person) {
            var member = newcomer(audience, person);
            part(PostgresAccounts.class)
                    .accept(member.account.id(), part(Charter.class).version(), Instant.now());
            return member;
        }

        static Member newcomer(Visitor.Audience audience, Optional<String> person) {
            var login = "membre-" + Long.toHexString(System.nanoTime());
            var account = new Account(
                    AccountId.random(),
                    login,
                    "Membre " + login,
                    audience,
                    person,
                    Optional.of(login + "@parvis.example"),
                    Account.State.ACTIVE);
            var codes = CodeKey.random(new SecureRandom());
            var accounts = part(PostgresAccounts.class);
            accounts.add(account, Instant.now());
            accounts.keepPassword(account.id(), part(Passwords.class).hash(PASSWORD));
            accounts.keepCodeKey(account.id(), part(ServerKey.class).seal(codes.bytes()));
            return new Member(account, codes);
        }

        public String login() {
            return account.login();
        }

        String mail() {
            return account.mail().orElseThrow();
        }

        public String code() {
            return codes.code(Instant.now());
        }

        /** For whoever comes in a second time within the half minute of a code. */
        public String nextCode() {
            return codes.code(Instant.now().plusSeconds(30));
        }
    }
}
