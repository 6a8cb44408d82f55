package dev.sanad.llm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Files over HTTP on loopback, ranges and all, with whatever may go wrong on the way. */
public final class FileServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Map<String, Content> files = new ConcurrentHashMap<>();
    private final Map<String, Queue<Answer>> answers = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final AtomicLong sent = new AtomicLong();

    private static final class Content {
        private final byte[] bytes;
        private final String tag;
        private final boolean ranges;

        /** @param tag empty for a server that gives none */
        Content(byte[] bytes, String tag, boolean ranges) {
            this.bytes = bytes;
            this.tag = tag;
            this.ranges = ranges;
        }
    }

    /** @param headers by their names in lower case */
    public record Request(String path, Map<String, String> headers) {
        String range() {
            return headers.getOrDefault("range", "");
        }

        @Override
        public String toString() {
            return range().isEmpty() ? path : path + " " + range();
        }
    }

    /** What is answered instead of the file. When it returns, the connection is closed. */
    public interface Answer {
        void give(Exchange exchange) throws IOException;
    }

    public FileServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }

    public FileServer put(String path, byte[] bytes, String tag) {
        files.put("/" + path, new Content(bytes, tag, true));
        return this;
    }

    FileServer putWithoutRanges(String path, byte[] bytes) {
        files.put("/" + path, new Content(bytes, "", false));
        return this;
    }

    /** For the next request of this path that has none yet. */
    public FileServer next(String path, Answer answer) {
        answers.computeIfAbsent("/" + path, any -> new ConcurrentLinkedDeque<>())
                .add(answer);
        return this;
    }

    public List<Request> requests(String path) {
        return requests.stream()
                .filter(request -> request.path().equals("/" + path))
                .toList();
    }

    List<String> requests() {
        return requests.stream().map(Request::toString).toList();
    }

    /** In bodies, of all files together. */
    public long sent() {
        return sent.get();
    }

    static Answer status(int status, String... headers) {
        return exchange -> exchange.head(status, 0, headers);
    }

    /** The file as usual, to this many bytes of the body, and then the connection is cut. */
    static Answer cutAfter(int bytes) {
        return exchange -> exchange.file(bytes);
    }

    /** The file as usual, to this many bytes of the body, and then nothing until the client goes. */
    public static Answer silentAfter(int bytes) {
        return exchange -> {
            exchange.file(bytes);
            exchange.waitForTheClientToGo();
        };
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            Request request = read(connection.getInputStream());
            requests.add(request);
            var exchange = new Exchange(request, connection);
            Answer special =
                    answers.getOrDefault(request.path(), new ArrayDeque<>()).poll();
            if (special == null) {
                exchange.file(Integer.MAX_VALUE);
            } else {
                special.give(exchange);
            }
        } catch (IOException e) {
            // the client is gone, which is its right
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
        String[] lines = head.toString(ISO_8859_1).split("\r\n");
        var headers = new HashMap<String, String>();
        for (String line : List.of(lines).subList(1, lines.length)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Request(lines[0].split(" ")[1], headers);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A request under way. */
    public final class Exchange {
        private final Request request;
        private final Socket connection;

        private Exchange(Request request, Socket connection) {
            this.request = request;
            this.connection = connection;
        }

        void head(int status, long length, String... headers) throws IOException {
            var head = new StringBuilder(
                    "HTTP/1.1 " + status + " x\r\nConnection: close\r\nContent-Length: " + length + "\r\n");
            for (String header : headers) {
                if (!header.isEmpty()) {
                    head.append(header).append("\r\n");
                }
            }
            connection.getOutputStream().write(head.append("\r\n").toString().getBytes(ISO_8859_1));
        }

        void body(byte[] bytes, int from, int to) throws IOException {
            connection.getOutputStream().write(bytes, from, to - from);
            connection.getOutputStream().flush();
            sent.addAndGet(to - from);
        }

        /** As a server that knows ranges does it, to a number of bytes. */
        void file(int most) throws IOException {
            Content file = files.get(request.path());
            if (file == null) {
                head(404, 0);
                return;
            }
            int length = file.bytes.length;
            String tag = file.tag.isEmpty() ? "" : "ETag: " + file.tag;
            String same = request.headers().getOrDefault("if-range", file.tag);
            boolean part = file.ranges && !request.range().isEmpty() && same.equals(file.tag);
            int from = part ? Integer.parseInt(request.range().replaceAll("\\D", "")) : 0;
            if (part && from >= length) {
                head(416, 0, "Content-Range: bytes */" + length);
                return;
            }
            String range = part ? "Content-Range: bytes " + from + "-" + (length - 1) + "/" + length : "";
            head(part ? 206 : 200, length - from, tag, range);
            body(file.bytes, from, from + Math.min(most, length - from));
        }

        void waitForTheClientToGo() throws IOException {
            while (connection.getInputStream().read() >= 0) {
                // a client has nothing more to say
            }
        }
    }
}
