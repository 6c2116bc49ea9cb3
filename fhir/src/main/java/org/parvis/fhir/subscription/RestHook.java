package org.parvis.fhir.subscription;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Posts notifications to endpoints. A redirection is not followed: it could lead where nothing may be sent. */
final class RestHook implements AutoCloseable {

    private static final Duration CONNECTING = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECTING)
            .build();

    /** Posts to an endpoint; says why it did not accept, or nothing when it did. */
    Optional<String> post(Channel channel, byte[] body) throws InterruptedException {
        // The time-out bounds the whole answer: a request's own bounds only the wait for its head.
        var answer = client.sendAsync(request(channel, body), HttpResponse.BodyHandlers.discarding());
        try {
            int status = answer.get(channel.timeout().toMillis(), TimeUnit.MILLISECONDS)
                    .statusCode();
            return status / 100 == 2 ? Optional.empty() : Optional.of("The endpoint answered %d.".formatted(status));
        } catch (TimeoutException e) {
            answer.cancel(true);
            return Optional.of("The endpoint did not answer within %d s."
                    .formatted(channel.timeout().toSeconds()));
        } catch (ExecutionException e) {
            return Optional.of("The endpoint could not be reached: " + e.getCause());
        } catch (CancellationException e) {
            return Optional.of("The server was stopping.");
        }
    }

    private static HttpRequest request(Channel channel, byte[] body) {
        var request = HttpRequest.newBuilder(channel.endpoint())
                .header("Content-Type", channel.mediaType())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        channel.headers().forEach(header -> request.header(header.name(), header.value()));
        return request.build();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
