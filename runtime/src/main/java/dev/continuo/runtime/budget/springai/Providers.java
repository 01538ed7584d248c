package dev.continuo.runtime.budget.springai;

import com.anthropic.errors.AnthropicServiceException;
import com.openai.errors.OpenAIServiceException;
import dev.continuo.runtime.setting.ModelAccount;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.anthropic.AnthropicChatModel;
import org.springframework.ai.anthropic.AnthropicChatOptions;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.ollama.OllamaChatModel;
import org.springframework.ai.ollama.api.OllamaApi;
import org.springframework.ai.ollama.api.OllamaChatOptions;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.web.client.ResponseErrorHandler;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;

/**
 * The clients of the providers. None of them tries again by itself: a second try would be a second
 * round that nobody reserved.
 */
final class Providers {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofMinutes(2);

  /** Where no key is set; without a word the clients would look for one in the environment. */
  private static final String NO_KEY = "none";

  private Providers() {}

  static ChatModel model(ModelAccount account, String key) {
    String secret = key.isEmpty() ? NO_KEY : key;
    return switch (account.provider()) {
      case OPENAI -> openAi(account, secret);
      case ANTHROPIC -> anthropic(account, secret);
      case OLLAMA -> ollama(account, key);
    };
  }

  private static ChatModel openAi(ModelAccount account, String key) {
    var options =
        OpenAiChatOptions.builder()
            .baseUrl(account.baseUrl())
            .apiKey(key)
            .model(account.model())
            .timeout(LONGEST)
            .maxRetries(0)
            .streamUsage(true);
    // OpenAI itself knows the new name of the limit only, most others the old one only
    boolean newName = "api.openai.com".equals(URI.create(account.baseUrl()).getHost());
    return OpenAiChatModel.builder()
        .options(
            (newName
                    ? options.maxCompletionTokens(account.maxTokens())
                    : options.maxTokens(account.maxTokens()))
                .build())
        .build();
  }

  private static ChatModel anthropic(ModelAccount account, String key) {
    return AnthropicChatModel.builder()
        .options(
            AnthropicChatOptions.builder()
                .baseUrl(account.baseUrl())
                .apiKey(key)
                .model(account.model())
                .maxTokens(account.maxTokens())
                .timeout(LONGEST)
                .maxRetries(0)
                .build())
        .build();
  }

  private static ChatModel ollama(ModelAccount account, String key) {
    var http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
    var requests = new JdkClientHttpRequestFactory(http);
    requests.setReadTimeout(LONGEST);
    var rest = RestClient.builder().requestFactory(requests);
    var web = WebClient.builder().clientConnector(new JdkClientHttpConnector(http));
    if (!key.isEmpty()) {
      rest.defaultHeader("Authorization", "Bearer " + key);
      web.defaultHeader("Authorization", "Bearer " + key);
    }
    return OllamaChatModel.builder()
        .ollamaApi(
            OllamaApi.builder()
                .baseUrl(account.baseUrl())
                .restClientBuilder(rest)
                .webClientBuilder(web)
                .responseErrorHandler(new Refusing())
                .build())
        .options(
            OllamaChatOptions.builder()
                .model(account.model())
                .numPredict(account.maxTokens())
                .build())
        .retryTemplate(new RetryTemplate(broken -> false))
        .build();
  }

  /** The status that a provider refused with, if it did. */
  static Optional<Integer> status(@Nullable Throwable broken) {
    return switch (broken) {
      case null -> Optional.empty();
      case OpenAIServiceException refused when refused.statusCode() >= 400 ->
          Optional.of(refused.statusCode());
      case AnthropicServiceException refused when refused.statusCode() >= 400 ->
          Optional.of(refused.statusCode());
      case WebClientResponseException refused when refused.getStatusCode().isError() ->
          Optional.of(refused.getStatusCode().value());
      case ProviderRefused refused -> Optional.of(refused.status());
      default -> broken.getCause() == broken ? Optional.empty() : status(broken.getCause());
    };
  }

  private static final class Refusing implements ResponseErrorHandler {
    @Override
    public boolean hasError(ClientHttpResponse response) throws IOException {
      return response.getStatusCode().isError();
    }

    @Override
    public void handleError(URI url, HttpMethod method, ClientHttpResponse response)
        throws IOException {
      throw new ProviderRefused(response.getStatusCode().value());
    }
  }
}
