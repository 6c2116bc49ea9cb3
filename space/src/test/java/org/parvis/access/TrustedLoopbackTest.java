package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.RunningServer;

/** Asked over a bare socket: a polite client would not send these headers. */
class TrustedLoopbackTest {

    @Nested
    class Asking {
        @Test
        void isAllowedToAProgramOfThisMachine() throws IOException {
            assertThat(status("Host: localhost:80")).isEqualTo("HTTP/1.1 200 ");
        }

        @Test
        void isAllowedToAPageOfParvis() throws IOException {
            assertThat(status("Host: 127.0.0.1:80\r\nOrigin: http://127.0.0.1:80"))
                    .isEqualTo("HTTP/1.1 200 ");
        }

        @Test
        void isRefusedToAPageOfAnotherSite() throws IOException {
            assertThat(status("Host: localhost:80\r\nOrigin: https://stranger.example"))
                    .isEqualTo("HTTP/1.1 303 ");
        }

        @Test
        void isRefusedUnderANameThatOnlyPointsHere() throws IOException {
            assertThat(status("Host: stranger.example")).isEqualTo("HTTP/1.1 303 ");
        }
    }

    @Nested
    class AskingThroughAProxy {
        @Test
        void isRefused() throws IOException {
            assertThat(status("Host: localhost:80\r\nX-Forwarded-For: 192.0.2.7"))
                    .isEqualTo("HTTP/1.1 303 ");
        }
    }

    private static String status(String headers) throws IOException {
        try (var socket = new Socket(
                InetAddress.getLoopbackAddress(), RunningServer.at("/").getPort())) {
            var request = "GET / HTTP/1.1\r\n%s\r\nConnection: close\r\n\r\n".formatted(headers);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.substring(0, answer.indexOf('\r'));
        }
    }
}
