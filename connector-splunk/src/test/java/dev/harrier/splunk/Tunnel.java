package dev.harrier.splunk;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A proxy that opens tunnels to whoever logs in, and remembers what it was told before each. */
final class Tunnel implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final String login;

    /** Wants exactly this header line of those who want in. */
    Tunnel(String login) throws IOException {
        this.login = login;
        threads.execute(this::accept);
    }

    String url() {
        return "http://localhost:" + server.getLocalPort();
    }

    List<String> heads() {
        return heads;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            String head = head(client.getInputStream());
            while (!head.isEmpty() && !head.contains(login + "\r\n")) {
                say(
                        client,
                        "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"corp\"\r\nContent-Length: 0");
                head = head(client.getInputStream());
            }
            if (!head.isEmpty()) {
                open(client, head);
            }
        } catch (IOException e) {
            return;
        }
    }

    private void open(Socket client, String head) throws IOException {
        String[] where = head.split(" ")[1].split(":");
        try (Socket there = new Socket(where[0], Integer.parseInt(where[1]))) {
            say(client, "200 Connection established");
            threads.execute(() -> pass(there, client));
            pass(client, there);
        }
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            return;
        }
    }

    private static void say(Socket client, String status) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write(("HTTP/1.1 " + status + "\r\n\r\n").getBytes(US_ASCII));
        out.flush();
    }

    /** Up to the empty line, and not a byte more: what follows belongs to the tunnel. */
    private String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int each = in.read(); each >= 0; each = in.read()) {
            head.append((char) each);
            if (head.length() > 3 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
                heads.add(head.toString());
                return head.toString();
            }
        }
        return "";
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
