package org.parvis.trace;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parvis.database.Database;
import org.parvis.database.DatabaseRefused;
import org.parvis.database.DatabaseSettings;
import org.parvis.fhir.trace.Verdict;
import org.parvis.fhir.trace.Verification;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The command that finds out whether anybody changed the trace: {@code ./parvis trace verify [day] [setting ...]}. */
public final class VerifyTrace {

    private static final String NO_SUCH_TABLE = "42P01";

    private VerifyTrace() {}

    public static void main(String[] arguments) throws SQLException {
        var words = new ArrayList<String>();
        var settings = new ArrayList<String>();
        for (String argument : arguments) {
            (argument.startsWith("--") ? settings : words).add(argument);
        }
        // Only what was found is to be said.
        LoggingSystem.get(VerifyTrace.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        System.exit(run(words, settings));
    }

    /** Says what it found; 0 when all is as it was sealed, 1 when it is not, 2 when it could not look. */
    static int run(List<String> words, List<String> settings) throws SQLException {
        try (var database = Database.beside(settings(settings));
                var connection = database.connections().getConnection()) {
            Optional<LocalDate> day = words.stream().findFirst().map(LocalDate::parse);
            Verdict verdict = new Verification(connection).of(day);
            System.out.println(told(verdict));
            return verdict instanceof Verdict.Sound ? 0 : 1;
        } catch (DateTimeParseException unreadable) {
            System.err.println("A day is written like 2026-03-31.");
            return 2;
        } catch (SQLException failure) {
            if (!NO_SUCH_TABLE.equals(failure.getSQLState())) {
                throw failure;
            }
            System.err.println("There is no trace here: no Parvis has worked on this database.");
            return 2;
        } catch (DatabaseRefused refusal) {
            System.err.println(refusal.getMessage());
            return 2;
        }
    }

    private static DatabaseSettings settings(List<String> arguments) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SimpleCommandLinePropertySource(arguments.toArray(String[]::new)));
        return Binder.get(environment).bindOrCreate("parvis.database", DatabaseSettings.class);
    }

    static String told(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Sound(long seals, long _, long _, var _) when seals == 0 -> "Nothing was sealed then.";
            case Verdict.Sound(long seals, long entries, long retired, String hash) ->
                "The trace is as it was sealed: %d entries, %d seals, %d entries that were kept their time and went.%nThe last seal is %s: compare it with the log."
                        .formatted(entries, seals, retired, hash);
            case Verdict.Broken(long seal, var entry, var damage)
            when entry.isEmpty() -> "The trace is not as it was sealed: seal %d %s.".formatted(seal, told(damage));
            case Verdict.Broken(long seal, var entry, var damage) ->
                "The trace is not as it was sealed: under seal %d, AuditEvent/%s %s."
                        .formatted(seal, entry.get(), told(damage));
        };
    }

    private static String told(Verdict.Damage damage) {
        return switch (damage) {
            case CHANGED -> "was changed";
            case TAKEN_AWAY -> "was taken away";
            case SLIPPED_IN -> "was slipped in";
        };
    }
}
