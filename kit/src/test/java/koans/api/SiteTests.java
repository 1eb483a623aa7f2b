package koans.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A fetch")
class SiteTests {

    @Test
    @DisplayName("that is interrupted ends, and leaves the thread interrupted")
    void interrupted() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.currentThread().interrupt();

            Throwable error = catchThrowable(() -> Site.fetch(address(silent)));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(error)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasCauseInstanceOf(InterruptedIOException.class)
                    .hasMessageContaining("interrupted while waiting for GET " + address(silent));
        }
    }

    @Test
    @DisplayName("from where nobody answers fails with the reason")
    void refused() throws Exception {
        URI nobody;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = address(gone);
        }

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> Site.fetch(nobody))
                .withCauseInstanceOf(java.net.ConnectException.class);
    }

    private static URI address(ServerSocket socket) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }
}
