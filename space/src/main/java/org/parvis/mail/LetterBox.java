package org.parvis.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.InstantSource;
import java.util.Date;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Where letters are posted. */
@Component
public class LetterBox {

    private static final Logger LOG = LoggerFactory.getLogger(LetterBox.class);

    private final MailSettings settings;
    private final InstantSource clock;

    LetterBox(MailSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether there is a server that takes letters. */
    public boolean isOpen() {
        return settings.host() != null;
    }

    /** Whether the server took the letter; what went wrong is logged, without the letter. */
    public boolean post(Letter letter) {
        try {
            Transport.send(message(letter));
            return true;
        } catch (MessagingException failure) {
            LOG.error("The mail server {} did not take a letter", settings.host(), failure);
            return false;
        }
    }

    /** Posts a letter while its writer goes on: nobody can tell by the time taken whether there was one. */
    public void postMeanwhile(Letter letter) {
        Thread.ofVirtual().name("letter").start(() -> post(letter));
    }

    private MimeMessage message(Letter letter) throws MessagingException {
        var message = new MimeMessage(Session.getInstance(properties(), authenticator()));
        message.setFrom(new InternetAddress(settings.from(), true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(letter.subject(), UTF_8.name());
        message.setText(letter.text(), UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private Properties properties() {
        var properties = new Properties();
        properties.put("mail.smtp.host", String.valueOf(settings.host()));
        properties.put("mail.smtp.port", String.valueOf(settings.port()));
        properties.put("mail.smtp.auth", String.valueOf(settings.user() != null));
        properties.put("mail.smtp.starttls.required", String.valueOf(settings.startTls()));
        properties.put("mail.smtp.starttls.enable", String.valueOf(settings.startTls()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        var patience = String.valueOf(settings.patience().toMillis());
        properties.put("mail.smtp.connectiontimeout", patience);
        properties.put("mail.smtp.timeout", patience);
        properties.put("mail.smtp.writetimeout", patience);
        return properties;
    }

    private @Nullable Authenticator authenticator() {
        if (settings.user() == null) {
            return null;
        }
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(settings.user(), settings.password());
            }
        };
    }
}
