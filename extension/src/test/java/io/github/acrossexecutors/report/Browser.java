package io.github.acrossexecutors.report;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Headless Chromium, told what to do through its DevTools protocol.
 *
 * <p>Concurrency: the test's thread sends a call and waits for the answer of the same number, which the web socket's
 * thread puts into {@code answers}; what the page complains of meanwhile goes into {@code errors}.
 */
final class Browser {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LIMIT_SECONDS = 60;

    private final Process process;
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final WebSocket socket;

    private Browser(Process process, URI page) {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(page, new Listener())
                .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** The one that {@code CHROMIUM} names. */
    static Optional<Path> installed() {
        return Optional.ofNullable(System.getenv("CHROMIUM"))
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable);
    }

    static Browser start(Path chromium, Path profile) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        chromium.toString(),
                        "--headless=new",
                        "--no-sandbox", // root of a container has none
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("chromium.log").toFile())
                .start();
        try {
            Path port = profile.resolve("DevToolsActivePort");
            await().atMost(Duration.ofSeconds(LIMIT_SECONDS))
                    .until(() -> Files.exists(port) && Files.readAllLines(port).size() == 2);
            URI list = URI.create("http://127.0.0.1:" + Files.readAllLines(port).get(0) + "/json/list");
            String targets = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            for (JsonNode target : JSON.readTree(targets)) {
                if (target.get("type").asText().equals("page")) {
                    return new Browser(
                            process,
                            URI.create(target.get("webSocketDebuggerUrl").asText()));
                }
            }
            throw new IOException("no page among " + targets);
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** Load a page and wait until it has shown itself. */
    void open(URI page) {
        call("Runtime.enable");
        call("Log.enable");
        call("Page.enable");
        call("Page.navigate", "url", page.toString());
        await().atMost(Duration.ofSeconds(LIMIT_SECONDS))
                .until(() -> evaluate("document.readyState === 'complete' && location.protocol === 'file:'")
                        .asBoolean());
    }

    void look(int width, int height, boolean dark) {
        call(
                "Emulation.setDeviceMetricsOverride",
                "width",
                width,
                "height",
                height,
                "deviceScaleFactor",
                1,
                "mobile",
                false);
        ObjectNode media = JSON.createObjectNode();
        media.putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", dark ? "dark" : "light");
        send("Emulation.setEmulatedMedia", media);
        evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))");
    }

    /** Lay the page out as for paper, or again as for a screen. */
    void print(boolean onPaper) {
        call("Emulation.setEmulatedMedia", "media", onPaper ? "print" : "");
        evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))");
    }

    /** What a JavaScript expression is, as JSON. */
    JsonNode evaluate(String expression) {
        JsonNode answer =
                call("Runtime.evaluate", "expression", expression, "returnByValue", true, "awaitPromise", true);
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
        }
        return answer.at("/result/value");
    }

    /** Press a key where the focus is. */
    void press(String key) {
        for (String type : List.of("keyDown", "keyUp")) {
            call("Input.dispatchKeyEvent", "type", type, "key", key);
        }
    }

    void screenshot(Path file) throws IOException {
        String image = call("Page.captureScreenshot", "format", "png", "captureBeyondViewport", true)
                .get("data")
                .asText();
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, Base64.getDecoder().decode(image));
    }

    /** What the page has complained of so far. */
    List<String> errors() {
        return List.copyOf(errors);
    }

    private JsonNode call(String method, Object... parameters) {
        ObjectNode all = JSON.createObjectNode();
        for (int i = 0; i < parameters.length; i += 2) {
            all.putPOJO(parameters[i].toString(), parameters[i + 1]);
        }
        return send(method, all);
    }

    private JsonNode send(String method, ObjectNode parameters) {
        int id = calls.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        ObjectNode call = JSON.createObjectNode().put("id", id).put("method", method);
        call.set("params", parameters);
        socket.sendText(call.toString(), true).join();
        JsonNode message = answer.orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
        if (message.has("error")) {
            throw new AssertionError(method + ": " + message.get("error"));
        }
        return message.get("result");
    }

    /** End it, and its helpers with it. */
    void stop() throws InterruptedException {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                take(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }

        private void take(String text) {
            JsonNode message;
            try {
                message = JSON.readTree(text);
            } catch (IOException e) {
                errors.add("no JSON: " + text);
                return;
            }
            Optional.ofNullable(answers.remove(message.path("id").asInt()))
                    .ifPresent(answer -> answer.complete(message));
            boolean complaint =
                    switch (message.path("method").asText()) {
                        case "Runtime.exceptionThrown" -> true;
                        case "Runtime.consoleAPICalled" ->
                            message.at("/params/type").asText().matches("error|warning|assert");
                        case "Log.entryAdded" ->
                            message.at("/params/entry/level").asText().matches("error|warning");
                        case "Page.javascriptDialogOpening" -> true;
                        default -> false;
                    };
            if (complaint) {
                errors.add(text);
            }
        }
    }
}
