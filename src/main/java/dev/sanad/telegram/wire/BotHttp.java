package dev.sanad.telegram.wire;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.meta.TelegramUrl;

/** How the Bot API is reached. */
public final class BotHttp {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    /** Shorter than servers keep an idle connection: a send on one that has just been closed is not repeated. */
    private static final Duration KEEP_IDLE = Duration.ofSeconds(20);

    private static final int AT_ONCE = 128;

    private BotHttp() {}

    /** A client that sends nothing twice by itself. */
    public static OkHttpClient client(URI apiUrl, Duration read) {
        var dispatcher = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());
        dispatcher.setMaxRequests(AT_ONCE);
        dispatcher.setMaxRequestsPerHost(AT_ONCE);
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(AT_ONCE, KEEP_IDLE.toSeconds(), TimeUnit.SECONDS))
                .connectTimeout(CONNECT)
                .readTimeout(read)
                .retryOnConnectionFailure(false)
                .addInterceptor(withPathOf(apiUrl))
                .build();
    }

    public static TelegramUrl url(URI apiUrl) {
        int port = apiUrl.getPort() >= 0 ? apiUrl.getPort() : HttpUrl.defaultPort(apiUrl.getScheme());
        return new TelegramUrl(apiUrl.getScheme(), apiUrl.getHost(), port, false);
    }

    public static void close(OkHttpClient client) {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    /** The library knows scheme, host and port only. */
    private static Interceptor withPathOf(URI apiUrl) {
        String path = apiUrl.getRawPath() == null ? "" : apiUrl.getRawPath().replaceAll("/+$", "");
        return chain -> {
            HttpUrl asked = chain.request().url();
            HttpUrl url =
                    asked.newBuilder().encodedPath(path + asked.encodedPath()).build();
            return chain.proceed(chain.request().newBuilder().url(url).build());
        };
    }
}
