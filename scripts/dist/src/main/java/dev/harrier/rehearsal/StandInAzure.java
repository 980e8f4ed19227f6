package dev.harrier.rehearsal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** Says yes to every log-in, finds one event by every query, and holds nothing else. On the loopback address alone. */
final class StandInAzure {
    private static final String TOKEN =
            "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"rehearsal\"}";

    private final HttpsServer server;

    StandInAzure(SSLContext keys) throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(keys));
        server.setExecutor(Executors.newCachedThreadPool(StandInAzure::daemon));
        server.createContext("/", StandInAzure::answer);
    }

    /** Its address. */
    String start() {
        server.start();
        return "https://localhost:" + server.getAddress().getPort();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "stand-in");
        thread.setDaemon(true);
        return thread;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] body = body(exchange.getRequestURI().getPath()).getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String body(String path) {
        if (path.endsWith("/token")) {
            return TOKEN;
        }
        return path.endsWith("/query") ? row() : "{\"value\":[],\"tables\":[]}";
    }

    /** Yesterday's only event. */
    private static String row() {
        long day = LocalDate.now(ZoneOffset.UTC)
                .minusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toEpochSecond();
        String columns = Stream.of("day", "hits", "hosts", "users", "days", "firstSeen", "lastSeen")
                .map(name -> "{\"name\":\"" + name + "\",\"type\":\"long\"}")
                .collect(Collectors.joining(","));
        return "{\"tables\":[{\"name\":\"PrimaryResult\",\"columns\":[" + columns + "],\"rows\":[[" + day + ",1,1,1,1,"
                + day + "," + day + "]]}]}";
    }
}
