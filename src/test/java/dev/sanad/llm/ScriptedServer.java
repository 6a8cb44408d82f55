package dev.sanad.llm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An HTTP server on loopback whose every byte is a test's: it can fall silent and break off wherever it likes. */
public final class ScriptedServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Script script;
    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
    private final CountDownLatch clientGone = new CountDownLatch(1);

    /** @param head request line and headers, header names in lower case */
    record Request(String head, String body) {}

    public interface Script {
        void play(Stage stage) throws IOException;
    }

    public ScriptedServer(Script script) throws IOException {
        this.script = script;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    Request request() throws InterruptedException {
        Request request = requests.poll(20, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no request came");
        }
        return request;
    }

    int furtherRequests() {
        return requests.size();
    }

    /** Whether a client closed its connection while the script was silent. */
    boolean sawClientGo() throws InterruptedException {
        return clientGone.await(20, TimeUnit.SECONDS);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            requests.add(read(connection.getInputStream()));
            script.play(new Stage(connection));
        } catch (IOException e) {
            clientGone.countDown();
        }
    }

    private static Request read(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed before a request");
            }
            head.write(next);
        }
        String text = head.toString(ISO_8859_1);
        var lines = new StringBuilder();
        int length = 0;
        for (String line : text.split("\r\n")) {
            int colon = line.indexOf(':');
            boolean header = !lines.isEmpty() && colon > 0;
            String name = header ? line.substring(0, colon).toLowerCase(Locale.ROOT) : "";
            lines.append(header ? name + line.substring(colon) : line).append('\n');
            if (name.equals("content-length")) {
                length = Integer.parseInt(line.substring(colon + 1).strip());
            }
        }
        return new Request(lines.toString(), new String(in.readNBytes(length), UTF_8));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One answer. When a script returns, its connection is closed. */
    public final class Stage {
        private final Socket connection;

        Stage(Socket connection) {
            this.connection = connection;
        }

        /** A whole answer. */
        public void answer(int status, String body, String... headers) throws IOException {
            head(status, "Content-Length: " + body.getBytes(UTF_8).length, headers);
            write(body);
        }

        /** The beginning of a stream. */
        public void begin(String contentType) throws IOException {
            head(200, "Transfer-Encoding: chunked", "Content-Type: " + contentType);
        }

        public void send(String text) throws IOException {
            write(Integer.toHexString(text.getBytes(UTF_8).length) + "\r\n" + text + "\r\n");
        }

        /** The proper end of a stream, as far as HTTP is concerned. */
        public void end() throws IOException {
            write("0\r\n\r\n");
        }

        /** Sends nothing more, until the client goes. */
        public void fallSilent() throws IOException {
            while (connection.getInputStream().read() >= 0) {
                // a client has nothing more to say
            }
            clientGone.countDown();
        }

        private void head(int status, String first, String... headers) throws IOException {
            write("HTTP/1.1 " + status + " x\r\n" + first + "\r\n" + String.join("\r\n", headers)
                    + (headers.length == 0 ? "\r\n" : "\r\n\r\n"));
        }

        private void write(String text) throws IOException {
            connection.getOutputStream().write(text.getBytes(UTF_8));
            connection.getOutputStream().flush();
        }
    }
}
