package dev.harrier.splunk.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * One OkHttp call in the shape that the SDK expects. The body is read whole before the SDK sees the status, because the SDK never
 * returns from an error body that breaks off; cookies are hidden from it, because its cookie store is not thread-safe.
 */
final class OkHttpConnection extends HttpURLConnection {
    private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

    private final Clients clients;
    private final Exchange exchange;
    private final Request.Builder request = new Request.Builder();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private byte[] received = new byte[0];

    OkHttpConnection(URL url, Clients clients, Exchange exchange) {
        super(url);
        this.clients = clients;
        this.exchange = exchange;
    }

    @Override
    public void setRequestProperty(String key, String value) {
        if (!value.isEmpty()) {
            request.header(key, value);
        }
    }

    @Override
    public OutputStream getOutputStream() {
        return sent;
    }

    @Override
    public void connect() throws IOException {
        if (connected) {
            return;
        }
        connected = true;
        exchange.asked();
        try (Response response =
                        clients.of(getRequestMethod()).newCall(request()).execute();
                ResponseBody body = response.body()) {
            received = Capped.read(body.byteStream());
            responseCode = response.code();
            responseMessage = response.message();
            exchange.answered(responseCode, received, response.header("Retry-After", ""));
        }
    }

    private Request request() {
        boolean bare = getRequestMethod().equals("GET") || (getRequestMethod().equals("DELETE") && sent.size() == 0);
        RequestBody body = bare ? null : RequestBody.create(sent.toByteArray(), FORM);
        return request.url(getURL()).method(getRequestMethod(), body).build();
    }

    @Override
    public int getResponseCode() throws IOException {
        connect();
        return responseCode;
    }

    @Override
    public String getResponseMessage() throws IOException {
        connect();
        return responseMessage;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        connect();
        return new ByteArrayInputStream(received);
    }

    /** Nothing that the SDK could parse: what splunkd really said is in the exchange. */
    @Override
    public InputStream getErrorStream() {
        return new ByteArrayInputStream("see the exchange".getBytes(UTF_8));
    }

    @Override
    public Map<String, List<String>> getHeaderFields() {
        return Map.of();
    }

    @Override
    public String getHeaderField(String name) {
        return null;
    }

    @Override
    public void disconnect() {}

    @Override
    public boolean usingProxy() {
        return false;
    }
}
