package dev.continuo.designer.people;

import dev.continuo.runtime.engine.DataFolder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The door of {@code ./continuo token create}: whoever can read the secret {@code control} of the
 * data folder is the owner at the keyboard. Answers with the token as plain text.
 */
@RestController
class TokenControl {
  private static final String SECRET = "control";

  private final Tokens tokens;
  private final People people;
  private final ObjectProvider<DataFolder> data;

  TokenControl(Tokens tokens, People people, ObjectProvider<DataFolder> data) {
    this.tokens = tokens;
    this.people = people;
    this.data = data;
    data.ifAvailable(folder -> folder.secret(SECRET));
  }

  @PostMapping(path = "/control/tokens", produces = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<String> create(
      @RequestHeader(name = "X-Continuo-Control", required = false) @Nullable String secret,
      @RequestParam(defaultValue = "Command line") String name) {
    if (!isOwner(secret)) {
      return answer(HttpStatus.FORBIDDEN, "The control secret is missing or wrong.");
    }
    if (!people.hasOwner()) {
      return answer(
          HttpStatus.CONFLICT, "There is no owner yet. Open Continuo in the browser first.");
    }
    return answer(HttpStatus.CREATED, tokens.create(name));
  }

  private boolean isOwner(@Nullable String secret) {
    DataFolder folder = data.getIfAvailable();
    return secret != null
        && folder != null
        && MessageDigest.isEqual(bytes(secret), bytes(folder.secret(SECRET)));
  }

  private static ResponseEntity<String> answer(HttpStatus status, String words) {
    return ResponseEntity.status(status).body(words + "\n");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
