package org.parvis.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Says whether a FHIR request would be answered now: 200 when the database answers, 503 when it does not. */
final class HealthServlet extends HttpServlet {

    private static final int PATIENCE_SECONDS = 2;

    private final transient DataSource connections;

    HealthServlet(DataSource connections) {
        this.connections = connections;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean up = databaseAnswers();
        response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        response.getOutputStream().write((up ? "{\"status\":\"UP\"}" : "{\"status\":\"DOWN\"}").getBytes(UTF_8));
    }

    private boolean databaseAnswers() {
        try (var connection = connections.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException down) {
            return false;
        }
    }
}
